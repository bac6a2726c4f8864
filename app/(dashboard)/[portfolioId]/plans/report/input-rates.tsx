import { useTranslations } from 'next-intl'
import { RowHead, Table, Td, Th } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { FxRate } from '@/components/values/fx-rate'
import { RateSourceName } from '@/components/values/rate-source'
import { ratesOf } from '@/lib/core/base-currency'
import type { Snapshot } from '@/lib/core/portfolio'

/** The exchange rates by which a plan's rows were brought into its currency; nothing where all stand in it. */
export function InputRates({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations('currencies')
  const rates = ratesOf(snapshot)
  if (rates.length === 0) return null
  const base = snapshot.currency
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <Table label={t('used.title')} className="[&_th]:whitespace-nowrap">
        <thead>
          <tr>
            <Th className="pl-4">{t('used.title')}</Th>
            <Th numeric>{t('used.rate', { base })}</Th>
            <Th>{t('column.date')}</Th>
            <Th className="pr-4">{t('column.source')}</Th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ currency, rate, ratedOn, source, via }) => (
            <tr key={currency}>
              <RowHead className="pl-4">{t('used.one', { currency })}</RowHead>
              <Td numeric>{rate === null ? t('unknown') : <FxRate value={rate} />}</Td>
              <Td>{ratedOn ? <CalendarDate value={ratedOn} /> : t('fixed')}</Td>
              <Td className="pr-4">
                <RateSourceName source={source} {...(via && { via })} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="max-w-prose px-4 text-sm text-muted">{t('used.hint', { base })}</p>
    </div>
  )
}
