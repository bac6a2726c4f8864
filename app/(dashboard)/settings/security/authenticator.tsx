import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RenewCodes } from '@/app/(dashboard)/settings/security/renew-codes'
import { SetUpTotp } from '@/app/(dashboard)/settings/security/set-up-totp'
import { TurnOffTotp } from '@/app/(dashboard)/settings/security/turn-off-totp'
import { Card, Section } from '@/components/ui/card'
import { formatInstant } from '@/components/values/format'
import { countRecoveryCodes } from '@/lib/db/recovery-codes'
import { findTotp } from '@/lib/db/totp'

/** The second step of the login, and the way around a lost phone. */
export async function Authenticator({ userId }: { userId: string }) {
  const t = await getTranslations('factors')
  const { confirmedAt } = await findTotp(userId)
  return (
    <Section
      title={t('totp.title')}
      description={t('totp.description')}
      // In the same place before and after: its dialog shows the recovery codes when the app is set up already.
      actions={<SetUpTotp offered={!confirmedAt} />}
    >
      {confirmedAt ? (
        <Card className="grid gap-2">
          <Row text={t('totp.on', { date: await dateOf(confirmedAt) })} act={<TurnOffTotp />} />
          <Row text={t('recovery.left', { count: await countRecoveryCodes(userId) })} act={<RenewCodes />} />
        </Card>
      ) : (
        <p className="text-muted">{t('totp.off')}</p>
      )}
    </Section>
  )
}

const dateOf = async (at: Date): Promise<string> => formatInstant(await getLocale(), at, await getTimeZone(), 'date')

function Row({ text, act }: { text: string; act: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="min-w-0 flex-1 basis-60">{text}</p>
      {act}
    </div>
  )
}
