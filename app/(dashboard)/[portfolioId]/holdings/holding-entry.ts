import { type Entry, without } from '@/app/(dashboard)/[portfolioId]/holdings/entry'
import type { AccountRow, HoldingRow } from '@/lib/core/book'
import { type FieldProblems, problem } from '@/lib/core/field-reading'
import { type HoldingTexts, holdingTexts, type PriceSource, readHolding } from '@/lib/core/holding-fields'
import { type LotTexts, lotTexts, readLots } from '@/lib/core/lot-fields'
import { limitsOf, tradingOf } from '@/lib/core/trading'
import { type IsoDate, ONE, quantity } from '@/lib/core/units'

/** What is typed into a row, its lots included: they are one set. */
export type EditedTexts = HoldingTexts & { lots?: LotTexts[] }
export type HoldingEntry = Entry<HoldingRow, EditedTexts>

/** Lots go to the server by themselves, together with the quantity that they must fit in. */
export function nextBatch({ lots, ...others }: EditedTexts): EditedTexts {
  if (lots === undefined) return others
  return { lots, ...(others.quantity === undefined ? {} : { quantity: others.quantity }) }
}

/** Faults that need no server, by field. */
export function faultsOfTexts({ lots, ...fields }: EditedTexts, asOf: IsoDate): FieldProblems {
  const read = readHolding(fields, { asOf, source: 'manual' })
  const faults = read.ok ? {} : read.fields
  return lots && !readLots(lots, asOf).ok ? { ...faults, lots: problem('lotsUnreadable') } : faults
}

/** The row as it will be once everything typed is stored; what cannot be read is left as it was. */
export function shownRow(entry: HoldingEntry, asOf: IsoDate): HoldingRow {
  const { lots, ...texts } = without(entry.texts, Object.keys(entry.errors))
  const read = readHolding(texts, { asOf, source: 'manual' })
  if (!read.ok) return entry.row
  const { name, trading, ...change } = read.value
  const typedLots = lots ? readLots(lots, asOf) : null
  const own = { ownName: name ?? entry.row.ownName, name: name || entry.row.name }
  const limits = trading && limitsOf(trading)
  return { ...entry.row, ...change, ...own, ...limits, lots: typedLots?.ok ? typedLots.value : entry.row.lots }
}

/** What an undo of a save types again: the former texts of what was sent, with what hangs on them. */
export function formerTexts(before: HoldingRow, sent: EditedTexts): EditedTexts {
  const { symbol, name, unit, price, pricedOn, ...others } = holdingTexts(before)
  const former: EditedTexts = Object.fromEntries(
    Object.entries({ ...others, name, unit }).filter(([field]) => field in sent),
  )
  if ('lots' in sent) Object.assign(former, { lots: before.lots.map(lotTexts), quantity: others.quantity })
  if ('symbol' in sent) Object.assign(former, { symbol, name, unit })
  if ('price' in sent || 'pricedOn' in sent) {
    Object.assign(former, { price }, pricedOn && price ? { pricedOn } : {}, sourceOf(before))
  }
  return former
}

const sourceOf = ({ priceSource }: HoldingRow): { priceSource?: PriceSource } =>
  priceSource === null ? {} : { priceSource: priceSource as PriceSource }

/** True when the stored row has just what was typed. */
export function agreesWith(row: HoldingRow, { lots, ...texts }: EditedTexts, asOf: IsoDate): boolean {
  const read = readHolding(texts, { asOf, source: 'manual' })
  if (!read.ok || (lots && lotsKey(row.lots.map(lotTexts), asOf) !== lotsKey(lots, asOf))) return false
  const { name, trading, priceSource: _, ...change } = read.value
  const same = Object.entries(change).every(([field, value]) => row[field as keyof HoldingRow] === value)
  const sameTrading = trading === undefined || trading === tradingOf(row)
  return same && sameTrading && (name === undefined || name === row.ownName)
}

/** Equal for equal sets of lots, however they are written and in whatever order. */
export function lotsKey(texts: LotTexts[], asOf: IsoDate): string {
  const read = readLots(texts, asOf)
  const lines = read.ok ? read.value.map((lot) => `${lot.quantity} ${lot.unitCost} ${lot.acquired}`) : []
  return lines.sort().join()
}

/** A row that has just got its symbol, in the currency of its account, before the server has filled in what it knows. */
export function newRow(id: string, account: Pick<AccountRow, 'id' | 'currency'>, symbol: string): HoldingRow {
  return {
    ...{
      id,
      accountId: account.id,
      symbol,
      name: '',
      ownName: '',
      split: null,
      said: null,
      inDirectory: false,
      lots: [],
      locked: false,
    },
    ...{ quantity: quantity(0n), unit: quantity(ONE), price: null, pricedOn: null, priceSource: null, version: 0 },
    position: Number.MAX_SAFE_INTEGER,
    currency: account.currency,
  }
}
