'use client'

import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore, useTransition } from 'react'
import { enter } from '@/app/(auth)/enter'
import { askPasskeyAction, askSecondPasskeyAction } from '@/app/(auth)/login/passkey-actions'
import { canUsePasskeys, signWithPasskey } from '@/app/(auth)/sign-with-passkey'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

interface Props {
  /** The path to go to. */
  next: string
  /** What was typed in the first step, where the passkey is the second. */
  second?: { email: string; password: string }
}

const never = () => () => {}

/** Signs in with a passkey; not there in a browser that has none to offer. */
export function PasskeyButton({ next, second }: Props) {
  const t = useTranslations()
  const possible = useSyncExternalStore(never, canUsePasskeys, () => false)
  const [fault, setFault] = useState<string | null>(null)
  const [pending, start] = useTransition()
  if (!possible) return null
  const tryPasskey = async (): Promise<string | null> => {
    const asked = await (second ? askSecondPasskeyAction(second) : askPasskeyAction({}))
    if (!asked.ok) return t(asked.code === 'notFound' ? 'auth.passkey.none' : `common.failure.${asked.code}`)
    const { origin } = asked.value
    if (origin !== window.location.origin) return t('auth.passkey.elsewhere', { origin })
    const answer = await signWithPasskey(asked.value)
    if (!answer) return t('auth.passkey.notDone')
    const refused = await enter('passkey', { answer: JSON.stringify(answer) }, next)
    return refused && t(refused === 'auth.login.failed' ? 'auth.passkey.refused' : refused)
  }
  const signIn = () =>
    start(async () => {
      setFault(null)
      setFault(await tryPasskey().catch(() => t('common.failure.unexpected')))
    })
  return (
    <div className="grid gap-2">
      {fault && (
        <Notice tone="error" live>
          {fault}
        </Notice>
      )}
      <Button icon="key" className="h-9 w-full" disabled={pending} onClick={signIn}>
        {t(pending ? 'auth.passkey.waiting' : second ? 'auth.passkey.second' : 'auth.passkey.signIn')}
      </Button>
    </div>
  )
}
