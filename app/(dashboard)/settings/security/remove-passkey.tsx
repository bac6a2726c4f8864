'use client'

import { useTranslations } from 'next-intl'
import { ChangeDialog } from '@/app/(dashboard)/settings/security/change-dialog'
import { removePasskeyAction } from '@/app/(dashboard)/settings/security/passkey-actions'

export function RemovePasskey({ id, name }: { id: string; name: string }) {
  const t = useTranslations('factors.passkeys')
  return (
    <ChangeDialog
      open={t('remove')}
      named={t('removeNamed', { name })}
      title={t('removeTitle', { name })}
      body={t('removeBody')}
      submit={t('remove')}
      done={t('removed', { name })}
      act={(endOthers) => removePasskeyAction({ id, endOthers })}
    />
  )
}
