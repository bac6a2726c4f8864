import { useTranslations } from 'next-intl'
import { CoinButton } from '@/app/(dashboard)/[portfolioId]/prices/coin-button'
import { FaultLine } from '@/app/(dashboard)/[portfolioId]/prices/fault-line'
import { HistoryButton } from '@/app/(dashboard)/[portfolioId]/prices/history-button'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { Price } from '@/components/values/price'
import { isPriceSource } from '@/lib/core/holding-fields'
import type { PriceReading, PriceStanding } from '@/lib/flows/read-prices'

/** Every holding with its last good price, where that is from, and what was said since and not taken. */
export function PriceTable({ portfolioId, reading }: { portfolioId: string; reading: PriceReading }) {
  const t = useTranslations('prices.table')
  const anyOn = reading.setting.sources.length > 0
  return (
    <ListTable
      label={t('title')}
      columns={[
        { title: t('symbol') },
        { title: t('account'), className: 'max-lg:hidden' },
        { title: t('price'), numeric: true },
        { title: t('currency'), className: 'max-sm:hidden' },
        { title: t('date'), className: 'max-md:hidden' },
        { title: t('age'), numeric: true, className: 'max-sm:hidden' },
        { title: t('source'), className: 'max-md:hidden' },
        { title: t('state') },
      ]}
    >
      {reading.standings.map((standing) => (
        <PriceRow key={standing.id} portfolioId={portfolioId} standing={standing} anyOn={anyOn} />
      ))}
    </ListTable>
  )
}

interface RowProps {
  portfolioId: string
  standing: PriceStanding
  anyOn: boolean
}

function PriceRow({ portfolioId, standing, anyOn }: RowProps) {
  const t = useTranslations('prices')
  const { symbol, accountName, price, currency, pricedOn, age, coin } = standing
  const top = 'py-1.5 align-top'
  return (
    <Tr>
      <RowHead className={`${top} pl-4`}>
        {symbol} <span className="block text-sm font-normal text-muted lg:hidden">{accountName}</span>
      </RowHead>
      <Td className={`${top} text-muted max-lg:hidden`}>{accountName}</Td>
      <Td numeric className={top}>
        {price === null ? (
          <span className="text-warning">{t('table.none')}</span>
        ) : (
          <Price value={price} currency={null} />
        )}
        <span className="block text-sm text-muted sm:hidden">{currency}</span>
        <span className="block text-sm text-muted md:hidden">
          {pricedOn && <CalendarDate value={pricedOn} />}
          {age !== null && <span className="block sm:hidden">{t('table.ages', { days: age })}</span>}
          <span className="block">
            <SourceName source={standing.priceSource} />
          </span>
        </span>
      </Td>
      <Td className={`${top} max-sm:hidden`}>{currency}</Td>
      <Td className={`${top} max-md:hidden`}>{pricedOn && <CalendarDate value={pricedOn} />}</Td>
      <Td numeric className={`${top} max-sm:hidden`}>
        {age !== null && <span className="whitespace-nowrap">{t('table.ages', { days: age })}</span>}
      </Td>
      <Td className={`${top} text-muted max-md:hidden`}>
        <SourceName source={standing.priceSource} />
      </Td>
      <Td className={`${top} w-2/5 min-w-40 pr-2`}>
        <div className="flex flex-wrap items-start justify-between gap-x-3">
          <State portfolioId={portfolioId} standing={standing} anyOn={anyOn} />
          <span className="-my-1.5 flex flex-wrap">
            {coin !== undefined && <CoinButton symbol={symbol} coin={coin} />}
            <HistoryButton symbol={symbol} />
          </span>
        </div>
      </Td>
    </Tr>
  )
}

function SourceName({ source }: { source: string | null }) {
  const t = useTranslations('units.priceSource')
  return source && isPriceSource(source) ? t(source) : null
}

function State({ portfolioId, standing, anyOn }: RowProps) {
  const t = useTranslations('prices.table')
  const { faults, stale, price, askable, priceSource } = standing
  const byHand = priceSource === 'manual' && !askable
  return (
    <span className="min-w-0 flex-1 basis-40">
      {stale && <span className="block text-warning">{t('stale')}</span>}
      {faults.map((fault) => (
        <FaultLine key={fault.source} portfolioId={portfolioId} holdingId={standing.id} fault={fault} />
      ))}
      {faults.length === 0 && anyOn && !askable && (
        <span className="text-sm text-muted">{t(byHand ? 'byHand' : 'noSource')}</span>
      )}
      {faults.length === 0 && !stale && price !== null && (askable || !anyOn) && (
        <span className="text-muted">{t('fine')}</span>
      )}
    </span>
  )
}
