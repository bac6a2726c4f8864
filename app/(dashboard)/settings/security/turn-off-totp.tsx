'use client'

import { useTranslations } from 'next-intl'
import { ChangeDialog } from '@/app/(dashboard)/settings/security/change-dialog'
import { removeTotpAction } from '@/app/(dashboard)/settings/security/totp-actions'

export function TurnOffTotp() {
  const t = useTranslations('factors.totp')
  return (
    <ChangeDialog
      open={t('turnOff')}
      title={t('turnOffTitle')}
      body={t('turnOffBody')}
      submit={t('turnOffSubmit')}
      done={t('removed')}
      act={(endOthers) => removeTotpAction({ endOthers })}
    />
  )
}
