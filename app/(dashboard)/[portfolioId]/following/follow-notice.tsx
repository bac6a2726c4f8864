import { useTranslations } from 'next-intl'
import { DismissButton } from '@/app/(dashboard)/[portfolioId]/following/dismiss-button'
import type { FollowingView } from '@/app/(dashboard)/[portfolioId]/following/read-following'
import { RegimeNotice } from '@/app/(dashboard)/[portfolioId]/following/regime-notice'
import { ButtonLink } from '@/components/ui/button'
import { ClientMessages } from '@/lib/i18n/client-messages'

/** The notice where no target can be adopted: it leads to the page where it can. */
export function FollowNotice({ portfolioId, following }: { portfolioId: string; following: FollowingView }) {
  const t = useTranslations('following')
  const { proposal } = following
  return (
    <RegimeNotice
      portfolioId={portfolioId}
      following={following}
      action={
        proposal.kind === 'proposal' && (
          <span className="flex flex-wrap gap-2">
            <ClientMessages only={['following']}>
              <DismissButton portfolioId={portfolioId} state={proposal.origin.state} friday={proposal.origin.friday} />
            </ClientMessages>
            <ButtonLink variant="primary" href={`/${portfolioId}/targets`}>
              {t('proposal.look')}
            </ButtonLink>
          </span>
        )
      }
    />
  )
}
