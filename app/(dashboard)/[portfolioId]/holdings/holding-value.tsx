'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Column, isTyped } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { CurrencySelect } from '@/app/(dashboard)/[portfolioId]/holdings/currency-select'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import type { HoldingEntry } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { TradingSelect } from '@/app/(dashboard)/[portfolioId]/holdings/trading-select'
import { ClassName, WeightStrip } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { Icon } from '@/components/ui/icon'
import { CalendarDate } from '@/components/values/date'
import { formatCount, formatPercent, formatQuantity } from '@/components/values/format'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { Price } from '@/components/values/price'
import { Quantity } from '@/components/values/quantity'
import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'
import { type HoldingRow, priceAge, soleClass } from '@/lib/core/book'
import { isPriceSource } from '@/lib/core/holding-fields'
import type { Bps, Cents } from '@/lib/core/units'

interface Props {
  entry: HoldingEntry
  row: HoldingRow
  column: Exclude<Column, 'state'>
  value: Cents | null
  weight: Bps | null
  unrated: boolean
  lotsOpen: boolean
  account: string | null
}

/** What a cell shows while it is not edited. A text that cannot be read stays as it was typed. */
export function HoldingValue({ entry, row, column, value, weight, unrated, lotsOpen, account }: Props): ReactNode {
  if (isTyped(column) && entry.errors[column]) return entry.texts[column] ?? row[column]?.toString()
  switch (column) {
    case 'symbol':
      return <span className="font-semibold whitespace-nowrap">{row.symbol}</span>
    case 'name':
      return <NameValue name={row.name} account={account} />
    case 'class':
      return entry.isNew ? null : <ClassValue split={row.split} />
    case 'quantity':
      return <Quantity value={row.quantity} />
    case 'price':
      return row.price === null ? <Unknown /> : <Price value={row.price} currency={row.currency} />
    case 'currency':
      return <CurrencySelect row={row} />
    case 'pricedOn':
      return row.pricedOn === null ? null : <CalendarDate value={row.pricedOn} />
    case 'source':
      return <SourceValue row={row} />
    case 'value':
      return value === null ? <Unvalued unrated={unrated} /> : <Money value={value} symbol={false} />
    case 'weight':
      return weight === null ? null : <Percent value={weight} />
    case 'unit':
      return (
        <span className="text-muted">
          <Step value={row.unit} />
        </span>
      )
    case 'trading':
      return <TradingSelect row={row} />
    case 'lots':
      return <LotsValue count={row.lots.length} open={lotsOpen} />
  }
}

/** A step is a property of the security, not of the holder: it stays while amounts are hidden. */
function Step({ value }: { value: HoldingRow['unit'] }) {
  const locale = useLocale()
  return formatQuantity(locale, value)
}

function Unvalued({ unrated }: { unrated: boolean }) {
  const t = useTranslations('currencies')
  return unrated ? <span className="text-warning">{t('unknown')}</span> : <Unknown />
}

function Unknown() {
  const t = useTranslations('holdings')
  return (
    <span className="text-muted">
      <span aria-hidden>—</span>
      <span className="sr-only">{t('grid.unknown')}</span>
    </span>
  )
}

function NameValue({ name, account }: { name: string; account: string | null }) {
  return (
    <span className="block max-w-32 min-w-28 truncate sm:max-w-60 sm:min-w-32" title={name}>
      {name}
      {account && <span className="block truncate text-sm text-muted">{account}</span>}
    </span>
  )
}

function ClassValue({ split }: { split: Weights | null }) {
  const t = useTranslations('units')
  const locale = useLocale()
  if (split === null) return <span className="text-muted">{t('unclassified')}</span>
  const sole = soleClass(split)
  if (sole)
    return (
      <span className="whitespace-nowrap">
        <ClassName assetClass={sole} short="always" />
      </span>
    )
  const parts = ASSET_CLASSES.filter((c) => split[c] > 0)
  const words = parts
    .map((c) => `${t(`assetClassShort.${c}`)} ${formatPercent(locale, split[c], { decimals: 0 })}`)
    .join(', ')
  return (
    <span className="flex items-center gap-2 whitespace-nowrap" title={words}>
      <WeightStrip weights={split} className="max-w-14" />
      {t('split')}
      <span className="sr-only">{words}</span>
    </span>
  )
}

function SourceValue({ row }: { row: HoldingRow }) {
  const t = useTranslations()
  const { asOf } = useDesk()
  const days = priceAge(row, asOf)
  if (row.priceSource === null || days === null) return null
  const source = isPriceSource(row.priceSource) ? t(`units.priceSource.${row.priceSource}`) : row.priceSource
  return (
    <span className="text-sm whitespace-nowrap text-muted">
      {t('holdings.grid.sourceAndAge', { source, days: Math.max(0, days) })}
    </span>
  )
}

function LotsValue({ count, open }: { count: number; open: boolean }) {
  const t = useTranslations('holdings')
  const locale = useLocale()
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap">
      {formatCount(locale, count)}
      <Icon name={open ? 'chevron-down' : 'chevron-right'} className="text-muted" />
      <span className="sr-only">{t(open ? 'lots.close' : 'lots.open')}</span>
    </span>
  )
}
