'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { confirmMeansAction } from '@/app/(dashboard)/confirm/actions'
import { confirmByPasskey } from '@/app/(dashboard)/confirm/confirm-by-passkey'
import { SecretForm } from '@/app/(dashboard)/confirm/secret-form'
import { useWorking } from '@/app/(dashboard)/confirm/use-working'
import { Button, ButtonLink } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { ConfirmMeans } from '@/lib/flows/confirm-means'

interface Props {
  onShown: () => void
  onCancel: () => void
}

type Standing = ConfirmMeans | 'loading' | 'failed'

/** The ways that this user has to show who they are. */
export function ConfirmDesk({ onShown, onCancel }: Props) {
  const t = useTranslations()
  const [means, setMeans] = useState<Standing>('loading')
  useEffect(() => {
    confirmMeansAction({}).then(
      (answer) => setMeans(answer.ok ? answer.value : 'failed'),
      () => setMeans('failed'),
    )
  }, [])
  if (means === 'loading') return <p role="status">{t('common.state.loading')}</p>
  if (means === 'failed') return <Notice tone="error">{t('common.failure.unexpected')}</Notice>
  const secret = means.password ? 'password' : means.code ? 'code' : null
  return (
    <div className="grid gap-3">
      <p>{t('confirm.body')}</p>
      {means.passkey && <PasskeyWay onShown={onShown} />}
      {secret ? (
        <SecretForm kind={secret} onShown={onShown} onCancel={onCancel} />
      ) : (
        <>
          {!means.passkey && <p>{t('confirm.signInAgain')}</p>}
          <DialogActions>
            <Button onClick={onCancel}>{t('common.action.cancel')}</Button>
            {!means.passkey && <ButtonLink href="/settings/security">{t('confirm.toDevices')}</ButtonLink>}
          </DialogActions>
        </>
      )}
    </div>
  )
}

const UNEXPECTED: Awaited<ReturnType<typeof confirmByPasskey>> = { key: 'common.failure.unexpected' }

function PasskeyWay({ onShown }: { onShown: () => void }) {
  const t = useTranslations()
  const [fault, setFault] = useState<string | null>(null)
  const [pending, start] = useWorking()
  const sign = () =>
    start(async () => {
      setFault(null)
      const found = await confirmByPasskey().catch(() => UNEXPECTED)
      if (found) setFault(t(found.key, { origin: found.origin ?? '' }))
      else onShown()
    })
  return (
    <div className="grid gap-2">
      {fault && (
        <Notice tone="error" live>
          {fault}
        </Notice>
      )}
      <Button icon="key" disabled={pending} onClick={sign}>
        {t(pending ? 'confirm.waiting' : 'confirm.byPasskey')}
      </Button>
    </div>
  )
}
