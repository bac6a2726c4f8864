'use client'

import { useTranslations } from 'next-intl'
import { revokeOtherSessionsAction, revokeSessionAction } from '@/app/(dashboard)/settings/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { toastDone } from '@/components/ui/toast'

/** Logs another device out; `name` tells it from its neighbours for screen readers. */
export function EndSessionButton({ sessionId, name }: { sessionId: string; name: string }) {
  const t = useTranslations('settings.sessions')
  const { pending, run } = useAction()
  const end = () => run(() => revokeSessionAction({ sessionId }), { done: () => toastDone(t('ended')) })
  return (
    <Button variant="quiet" aria-label={name} disabled={pending} onClick={end}>
      {t('end')}
    </Button>
  )
}

export function EndOtherSessionsButton() {
  const t = useTranslations('settings.sessions')
  const { pending, run } = useAction()
  const end = () =>
    run(() => revokeOtherSessionsAction({}), { done: (count) => toastDone(t('othersEnded', { count })) })
  return (
    <Button disabled={pending} onClick={end}>
      {t('endOthers')}
    </Button>
  )
}
