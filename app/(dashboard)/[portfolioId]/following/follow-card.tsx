'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useOptimistic } from 'react'
import { saveFollowingAction } from '@/app/(dashboard)/[portfolioId]/following/actions'
import { DismissButton } from '@/app/(dashboard)/[portfolioId]/following/dismiss-button'
import { MeasuredSentence } from '@/app/(dashboard)/[portfolioId]/following/measured-sentence'
import type { FollowingView } from '@/app/(dashboard)/[portfolioId]/following/read-following'
import { RegimeNotice } from '@/app/(dashboard)/[portfolioId]/following/regime-notice'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Switch } from '@/components/ui/checkbox'
import type { MeasuredOrigin } from '@/lib/core/regime-proposal'

interface Props {
  portfolioId: string
  following: FollowingView
  onAdopt: (origin: MeasuredOrigin) => void
}

/** The measured regime as it stands, and the choice to be told of its changes. */
export function FollowCard({ portfolioId, following, onAdopt }: Props) {
  const t = useTranslations('following')
  const { measured, unknown, proposal } = following
  return (
    <section className="grid gap-3" aria-labelledby="following">
      <Card className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
        <div>
          <h2 id="following" className="text-lg">
            {t('title')}
          </h2>
          {measured && (
            <p>
              <MeasuredSentence measured={measured} />{' '}
              <Link href={`/${portfolioId}/policy`} className="text-accent underline">
                {t('why')}
              </Link>
            </p>
          )}
          {unknown && !following.follows && <p className="text-muted">{t(`unknown.${unknown}`)}</p>}
        </div>
        <div className="grid content-start gap-1">
          <FollowSwitch portfolioId={portfolioId} follows={following.follows} />
          <Standing following={following} />
        </div>
      </Card>
      <RegimeNotice
        portfolioId={portfolioId}
        following={following}
        isMeasuredShown
        action={
          proposal.kind === 'proposal' && (
            <span className="flex flex-wrap gap-2">
              <DismissButton portfolioId={portfolioId} state={proposal.origin.state} friday={proposal.origin.friday} />
              <Button variant="primary" onClick={() => onAdopt(proposal.origin)}>
                {t('proposal.adopt')}
              </Button>
            </span>
          )
        }
      />
    </section>
  )
}

function FollowSwitch({ portfolioId, follows }: { portfolioId: string; follows: boolean }) {
  const t = useTranslations('following')
  const [shown, show] = useOptimistic(follows)
  const { pending, run } = useAction()
  return (
    <Switch
      label={t('follow')}
      hint={t('followHint')}
      checked={shown}
      disabled={pending}
      onChange={({ target }) => {
        const wanted = target.checked
        run(() => {
          show(wanted)
          return saveFollowingAction({ portfolioId, follows: wanted })
        })
      }}
    />
  )
}

/** Why a portfolio that follows is shown no proposal, where the notice below says nothing. */
function Standing({ following: { proposal } }: { following: FollowingView }) {
  const t = useTranslations('following.standing')
  if (proposal.kind !== 'none' || proposal.reason === 'notFollowing') return null
  return <p className="text-sm text-muted">{t(proposal.reason)}</p>
}
