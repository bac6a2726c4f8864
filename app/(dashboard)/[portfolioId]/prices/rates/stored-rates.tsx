import { useTranslations } from 'next-intl'
import { RemoveRate } from '@/app/(dashboard)/[portfolioId]/prices/rates/remove-rate'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { FxRate } from '@/components/values/fx-rate'
import { RateSourceName } from '@/components/values/rate-source'
import type { StoredRate } from '@/lib/db/fx-rates'

/** The newest rate of each pair from each source, as it was given; the user's own can be removed. */
export function StoredRates({ rates }: { rates: StoredRate[] }) {
  const t = useTranslations('currencies')
  if (rates.length === 0) return <p className="text-muted">{t('stored.empty')}</p>
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Table label={t('stored.title')}>
        <thead>
          <tr>
            <Th className="rounded-tl-lg pl-4">{t('column.pair')}</Th>
            <Th>{t('column.date')}</Th>
            <Th>{t('column.source')}</Th>
            <Th numeric className="rounded-tr-lg pr-4">
              <span className="sr-only">{t('column.actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">
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
        </tbody>
      </Table>
    </div>
  )
}
