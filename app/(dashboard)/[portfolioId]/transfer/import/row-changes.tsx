'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CalendarDate } from '@/components/values/date'
import { Money } from '@/components/values/money'
import { Price } from '@/components/values/price'
import { Quantity } from '@/components/values/quantity'
import { WasBecomes } from '@/components/values/was-becomes'
import { lotsBeyond, sameLots } from '@/lib/core/decide-import/same-lots'
import type { ImportedLot, ImportedLots, ImportedValues, ImportRow } from '@/lib/core/positions-import'

/** Was → becomes, of what changes; everything, of what is added. */
export function RowChanges({ row: { effect, was, becomes, cash, reserve, lot, lots, own } }: { row: ImportRow }) {
  const t = useTranslations('import.value')
  if (effect === 'same' || effect === null) return null
  const money = (value: NonNullable<typeof cash>['becomes']) => cash && <Money value={value} currency={cash.currency} />
  return (
    <dl className="flex flex-wrap gap-x-4 text-sm">
      {cash && <Change label={t('cash')} was={cash.was !== null && money(cash.was)} becomes={money(cash.becomes)} />}
      {reserve && reserve.was !== reserve.becomes && (
        <Change
          label={t('reserve')}
          was={reserve.was !== null && money(reserve.was)}
          becomes={reserve.was === null && reserve.becomes === 0n ? null : money(reserve.becomes)}
        />
      )}
      {becomes && <ValueChanges was={was} becomes={becomes} />}
      {own && <OwnChanges {...own} />}
      {lots && becomes && <LotsChange {...lots} values={becomes} />}
      {lot && becomes && <Change label={t('lot')} was={null} becomes={<Lot lot={lot} values={becomes} />} />}
    </dl>
  )
}

/** Of an added row what differs from the usual. */
function OwnChanges({ was, becomes }: NonNullable<ImportRow['own']>) {
  const t = useTranslations('import.value')
  const trading = useTranslations('import.value.tradingIs')
  const limited = was ? was.trading !== becomes.trading : becomes.trading !== 'free'
  return (
    <>
      {was && was.unit !== becomes.unit && (
        <Change label={t('unit')} was={<Quantity value={was.unit} />} becomes={<Quantity value={becomes.unit} />} />
      )}
      {limited && <Change label={t('trading')} was={was && trading(was.trading)} becomes={trading(becomes.trading)} />}
    </>
  )
}

/** More would hide the other rows. */
const MOST_LOTS = 4

/** How many lots there were and will be; of a holding that is there already, which ones go and which are new. */
function LotsChange({ was, becomes, values }: NonNullable<ImportRow['lots']> & { values: ImportedValues }) {
  const t = useTranslations('import.value')
  if (was ? sameLots(was, becomes) : becomes.length === 0) return null
  const count = (lots: ImportedLots) => t('lotsAre', { count: lots.length })
  return (
    <>
      <Change label={t('lots')} was={was && count(was)} becomes={count(becomes)} />
      {was && <ListedLots label={t('lotsGone')} lots={lotsBeyond(was, becomes)} values={values} />}
      {was && <ListedLots label={t('lotsNew')} lots={lotsBeyond(becomes, was)} values={values} />}
    </>
  )
}

function ListedLots({ label, lots, values }: { label: string; lots: ImportedLots; values: ImportedValues }) {
  const t = useTranslations('import.value')
  if (lots.length === 0) return null
  const keys = new Map<string, number>()
  const keyOf = ({ quantity, unitCost, acquired }: ImportedLots[number]): string => {
    const key = `${acquired} ${quantity} ${unitCost}`
    keys.set(key, (keys.get(key) ?? 0) + 1)
    return `${key} ${keys.get(key)}`
  }
  return (
    <div className="flex w-full gap-1">
      <dt className="shrink-0 text-muted">{label}</dt>
      <dd>
        <ul>
          {lots.slice(0, MOST_LOTS).map((lot) => (
            <li key={keyOf(lot)}>
              <BoughtLot lot={lot} values={values} />
            </li>
          ))}
          {lots.length > MOST_LOTS && <li>{t('lotsMore', { count: lots.length - MOST_LOTS })}</li>}
        </ul>
      </dd>
    </div>
  )
}

type Field = 'quantity' | 'price' | 'pricedOn' | 'currency' | 'name'
const FIELDS: readonly Field[] = ['quantity', 'price', 'pricedOn', 'currency', 'name']

function ValueChanges({ was, becomes }: { was: ImportedValues | null; becomes: ImportedValues }) {
  const t = useTranslations('import.value')
  // An added row shows its currency with the price and its name beside the symbol.
  const changed = FIELDS.filter((field) =>
    was ? was[field] !== becomes[field] : field !== 'currency' && field !== 'name',
  )
  return changed.map((field) => (
    <Change key={field} label={t(field)} was={was && shownValue(field, was)} becomes={shownValue(field, becomes)} />
  ))
}

function shownValue(field: Field, values: ImportedValues): ReactNode {
  const { price, pricedOn, currency } = values
  if (field === 'quantity') return <Quantity value={values.quantity} />
  if (field === 'price') return price === null ? null : <PriceIn price={price} currency={currency} />
  if (field === 'pricedOn') return pricedOn === null ? null : <CalendarDate value={pricedOn} />
  return values[field]
}

/** Pence have no sign of their own: the figure stands beside their code. */
function PriceIn({ price, currency }: { price: NonNullable<ImportedValues['price']>; currency: string }) {
  if (currency !== 'GBX') return <Price value={price} currency={currency} />
  return (
    <>
      <Price value={price} currency={null} /> {currency}
    </>
  )
}

function Lot({ lot, values }: { lot: ImportedLot; values: ImportedValues }) {
  const t = useTranslations('import.value')
  return (
    <span>
      <BoughtLot lot={lot} values={values} /> {lot.replaces > 0 && t('lotReplaces', { count: lot.replaces })}
    </span>
  )
}

function BoughtLot({ lot, values }: { lot: ImportedLots[number]; values: ImportedValues }) {
  const t = useTranslations('import.value')
  return t.rich('lotBought', {
    held: () => <Quantity value={lot.quantity} />,
    cost: () => <PriceIn price={lot.unitCost} currency={values.currency} />,
    date: () => <CalendarDate value={lot.acquired} />,
  })
}

function Change(shown: { label: string; was: ReactNode; becomes: ReactNode }) {
  const t = useTranslations('import.value')
  return <WasBecomes {...shown} to={t('to')} />
}
