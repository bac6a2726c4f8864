import { useTranslations } from 'next-intl'
import { policyPath } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import type { PolicyReading } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { FredNotice } from '@/app/(dashboard)/[portfolioId]/policy/sources/fred-notice'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import type { StoredSeriesId } from '@/lib/core/feed-series'
import { daysBetween } from '@/lib/core/units'

interface Props {
  portfolioId: string
  reading: PolicyReading
  series: readonly StoredSeriesId[]
}

/** Which series the page rests on, up to which day, and the sentence that FRED asks for. */
export function SeriesNote({ portfolioId, reading: { asOf, series: all, origins }, series }: Props) {
  const t = useTranslations('policy.series')
  const names = useTranslations('sources.series')
  const ids = [...new Set(series)]
  return (
    <Section
      title={t('title')}
      actions={
        <ButtonLink href={policyPath(portfolioId, 'sources')} prefetch={false}>
          {t('manage')}
        </ButtonLink>
      }
    >
      <details className="rounded-lg border border-line bg-surface p-4">
        <summary className="font-semibold text-accent">{t('show', { count: ids.length })}</summary>
        <div className="mt-3">
          <Table label={t('title')}>
            <thead>
              <tr>
                <Th>{t('id')}</Th>
                <Th>{t('newest')}</Th>
                <Th numeric>{t('age')}</Th>
                <Th>{t('origin')}</Th>
              </tr>
            </thead>
            <tbody>
              {ids.map((id) => {
                const newest = all[id]?.at(-1)
                return (
                  <Tr key={id}>
                    <RowHead className="font-normal">
                      <code className="font-semibold">{id}</code> <span className="text-muted">{names(id)}</span>
                    </RowHead>
                    <Td>{newest ? <CalendarDate value={newest.date} /> : '–'}</Td>
                    <Td numeric>{newest ? t('days', { days: daysBetween(newest.date, asOf) }) : '–'}</Td>
                    <Td>{t(`from.${origins[id] ?? 'none'}`)}</Td>
                  </Tr>
                )
              })}
            </tbody>
          </Table>
        </div>
      </details>
      <FredNotice />
    </Section>
  )
}
