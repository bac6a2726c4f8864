import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MeasuredSentence } from '@/app/(dashboard)/[portfolioId]/following/measured-sentence'
import type { FollowingView } from '@/app/(dashboard)/[portfolioId]/following/read-following'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

interface Props {
  portfolioId: string
  following: FollowingView
  /** What can be done about a proposal. */
  action: ReactNode
  /** True where the page says what was measured already. */
  isMeasuredShown?: boolean
}

/** To a portfolio that follows the measured regime: what is proposed, or why nothing is. Silent when there is nothing to say. */
export function RegimeNotice({ portfolioId, following, action, isMeasuredShown = false }: Props) {
  const t = useTranslations('following')
  const nameOf = useOriginName()
  const { proposal, measured } = following
  const sentence = measured && !isMeasuredShown && (
    <p>
      <MeasuredSentence measured={measured} />
    </p>
  )
  if (proposal.kind === 'none') return null
  if (proposal.kind === 'unknown') {
    return (
      <Notice
        tone="warning"
        title={t('unknown.title')}
        action={<ButtonLink href={`/${portfolioId}/policy/sources`}>{t('sources')}</ButtonLink>}
      >
        <p>{t(`unknown.${proposal.reason}`)}</p>
        {sentence}
        <p>{t('unknown.kept')}</p>
      </Notice>
    )
  }
  return (
    <Notice title={t('proposal.title', { origin: nameOf(proposal.origin) })} action={action}>
      {sentence}
      <p>{t('proposal.meaning')}</p>
    </Notice>
  )
}
