'use client'

import { useTranslations } from 'next-intl'
import { withdrawInvitationAction } from '@/app/(dashboard)/settings/people/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { toastDone } from '@/components/ui/toast'

/** `name` tells the button from its neighbours for screen readers. Whoever was invited is simply invited anew. */
export function WithdrawInvitation({ id, name }: { id: string; name: string }) {
  const t = useTranslations('people.invitations')
  const { pending, run } = useAction()
  const withdraw = () => run(() => withdrawInvitationAction({ id }), { done: () => toastDone(t('withdrawn')) })
  return (
    <Button variant="quiet" aria-label={name} disabled={pending} onClick={withdraw}>
      {t('withdraw')}
    </Button>
  )
}
