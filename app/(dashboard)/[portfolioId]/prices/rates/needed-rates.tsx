import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { FxRate } from '@/components/values/fx-rate'
import { RateSourceName } from '@/components/values/rate-source'
import { type Book, STALE_AFTER_DAYS } from '@/lib/core/book'
import { MONEY_CURRENCIES, type MoneyCurrency, moneyOf } from '@/lib/core/currency'
import { findRate, type RateQuote } from '@/lib/core/fx'
import type { AppliedRate } from '@/lib/core/portfolio'
import { daysBetween, type IsoDate } from '@/lib/core/units'

/** A joined rate has all the digits there are; nobody needs them here. */
const SHOWN_PLACES = 8

export interface NeededRate extends AppliedRate {
  currency: MoneyCurrency
  /** Whole days; null without a rate. */
  age: number | null
  isStale: boolean
}

/** The rate of every currency in which something of a book stands; pence need that of the pound. */
export function neededRates(book: Book, rates: readonly RateQuote[], asOf: IsoDate): NeededRate[] {
  const used = new Set([...book.accounts, ...book.holdings].map((row) => moneyOf(row.currency).currency))
  return MONEY_CURRENCIES.filter((currency) => currency !== book.currency && used.has(currency)).map((currency) => {
    const applied = findRate(rates, currency, book.currency)
    const age = applied.ratedOn && daysBetween(applied.ratedOn, asOf)
    return { currency, ...applied, age, isStale: age !== null && age > STALE_AFTER_DAYS }
  })
}

/** What the portfolio's sums use: a rate for each currency, with its date, age and source. */
export function NeededRates({ needed, base }: { needed: NeededRate[]; base: MoneyCurrency }) {
  const t = useTranslations('currencies')
  if (needed.length === 0) return <p className="max-w-prose">{t('none', { base })}</p>
  return (
    <ListTable
      label={t('needed')}
      columns={[
        { title: t('column.pair') },
        { title: t('used.rate', { base }), numeric: true },
        { title: t('column.date') },
        { title: t('column.age'), numeric: true },
        { title: t('column.source') },
      ]}
    >
      {needed.map((rate) => (
        <NeededRow key={rate.currency} needed={rate} />
      ))}
    </ListTable>
  )
}

function NeededRow({ needed: { currency, rate, ratedOn, age, isStale, source, via } }: { needed: NeededRate }) {
  const t = useTranslations('currencies')
  return (
    <Tr>
      <RowHead className="pl-4 whitespace-nowrap">{t('used.one', { currency })}</RowHead>
      <Td numeric>
        {rate === null ? <Warning>{t('unknown')}</Warning> : <FxRate value={rate} places={SHOWN_PLACES} />}
      </Td>
      <Td>{ratedOn && <CalendarDate value={ratedOn} />}</Td>
      <Td numeric className="whitespace-nowrap">
        {age !== null &&
          (isStale ? (
            <Warning>{t('days', { days: Math.max(0, age) })}</Warning>
          ) : (
            t('days', { days: Math.max(0, age) })
          ))}
      </Td>
      <Td className="pr-4">
        <RateSourceName source={source} {...(via && { via })} />
      </Td>
    </Tr>
  )
}

function Warning({ children }: { children: string }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-warning">
      <Icon name="warning" className="size-3.5" />
      {children}
    </span>
  )
}
