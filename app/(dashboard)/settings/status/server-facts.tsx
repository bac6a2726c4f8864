import { version as nextVersion } from 'next/package.json'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Instant } from '@/components/values/date'
import type { Status } from '@/lib/flows/read-status'
import { version } from '@/package.json'

const MEBIBYTE = 2 ** 20

/** What runs, since when, and how it is set up. */
export function ServerFacts({ status }: { status: Status }) {
  const t = useTranslations('status.server')
  const format = useFormatter()
  const [latest] = status.migrations
  const memory = format.number(Math.round(status.memory / MEBIBYTE))
  return (
    <Card>
      <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        <Fact name={t('app')}>{version}</Fact>
        <Fact name={t('upSince')}>
          <Instant value={status.upSince} />
        </Fact>
        <Fact name="Node">{status.node}</Fact>
        <Fact name={t('memory')}>{t('mebibytes', { count: memory })}</Fact>
        <Fact name="Next.js">{nextVersion}</Fact>
        <Fact name={t('registration')}>{t(`registrationMode.${status.registration}`)}</Fact>
        <Fact name="Postgres">{status.database}</Fact>
        <Fact name={t('mail')}>{t(status.mail ? 'mailOn' : 'mailOff')}</Fact>
        <Fact name={t('migrations')}>
          {latest ? t('migrationsApplied', { count: status.migrations.length, name: latest.name }) : t('never')}
        </Fact>
        <Fact name={t('backup')}>{status.lastBackupAt ? <Instant value={status.lastBackupAt} /> : t('noBackup')}</Fact>
      </dl>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="[overflow-wrap:anywhere] tabular-nums">{children}</dd>
    </div>
  )
}
