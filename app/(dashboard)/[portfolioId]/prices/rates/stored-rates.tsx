import { useTranslations } from 'next-intl'
import { RemoveRate } from '@/app/(dashboard)/[portfolioId]/prices/rates/remove-rate'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { FxRate } from '@/components/values/fx-rate'
import { RateSourceName } from '@/components/values/rate-source'
import type { StoredRate } from '@/lib/db/fx-rates'

/** The newest rate of each pair from each source, as it was given; the user's own can be removed. */
export function StoredRates({ rates }: { rates: StoredRate[] }) {
  const t = useTranslations('currencies')
  if (rates.length === 0) return <p className="text-muted">{t('stored.empty')}</p>
  return (
    <ListTable
      label={t('stored.title')}
      columns={[
        { title: t('column.pair') },
        { title: t('column.date') },
        { title: t('column.source') },
        { title: t('column.actions'), spoken: true },
      ]}
    >
      {rates.map(({ fetchedAt: _, ...rate }) => (
        <Tr key={`${rate.currency} ${rate.quote} ${rate.source}`}>
          <RowHead className="pl-4 whitespace-nowrap">
            {t.rich('stored.pair', {
              currency: rate.currency,
              quote: rate.quote,
              rate: () => <FxRate value={rate.rate} />,
            })}
          </RowHead>
          <Td>
            <CalendarDate value={rate.date} />
          </Td>
          <Td>
            <RateSourceName source={rate.source} />
          </Td>
          <Td numeric className="pr-2">
            {rate.source !== 'ecb' && <RemoveRate rate={{ ...rate, source: rate.source }} />}
          </Td>
        </Tr>
      ))}
    </ListTable>
  )
}
