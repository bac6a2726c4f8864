'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { linkProviderAction, unlinkProviderAction } from '@/app/(dashboard)/settings/security/provider-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { toastDone, toastFailure } from '@/components/ui/toast'

const BACK = '/settings/security'

export function LinkProvider({ name }: { name: string }) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const leave = () => {
    signIn('oidc', { callbackUrl: BACK }).catch(() => toastFailure(t('common.failure.unexpected')))
  }
  return (
    <Button disabled={pending} onClick={() => run(() => linkProviderAction({}), { done: leave })}>
      {t('people.provider.link', { name })}
    </Button>
  )
}

export function UnlinkProvider({ name }: { name: string }) {
  const t = useTranslations('people.provider')
  const { pending, run } = useAction()
  const unlink = () =>
    run(() => unlinkProviderAction({}), {
      done: () => toastDone(t('unlinked', { name })),
      refused: ({ code }) => {
        if (code === 'conflict') toastFailure(t('lastWayIn'))
        return code === 'conflict'
      },
    })
  return (
    <Button disabled={pending} onClick={unlink}>
      {t('unlink', { name })}
    </Button>
  )
}
