import { isAssetClass, isWhole, type Weights, weights } from '@/lib/core/asset-class'
import { isCurrency, isMoneyCurrency } from '@/lib/core/currency'
import { parseDecimal } from '@/lib/core/decimal'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'
import { TRADINGS } from '@/lib/core/trading'
import { type Cents, cents, isoDate, ONE, quantity, unitPrice } from '@/lib/core/units'
import { type CsvRecord, csvRecords } from '@/lib/formats/csv-records'
import { restored } from '@/lib/formats/csv-text'
import {
  type FileAccount,
  type FileHolding,
  HOLDINGS_COLUMNS,
  HOLDINGS_TITLE,
  type HoldingsColumn,
} from '@/lib/formats/holdings-csv'
import type { RejectReason, SkipRule } from '@/lib/formats/positions/positions-file'

/** A row names its account by number, since two may have one name. */
type Numbered<Kind extends string> = { kind: Kind; no: string }
type AccountLine = Numbered<'account'> & Omit<FileAccount, 'holdings'>
type HoldingLine = Numbered<'holding'> & { account: string } & Omit<FileHolding, 'lots'>
type LotLine = Numbered<'lot'> & Pick<FileHolding, 'symbol'> & FileHolding['lots'][number]

/** What a row of the file says: its content, why it has none, or why it cannot be read. */
export type HoldingsLine =
  | AccountLine
  | HoldingLine
  | LotLine
  | { kind: 'skip'; rule: SkipRule }
  | { kind: 'reject'; reason: RejectReason }

const TITLE = new RegExp(`^"?${HOLDINGS_TITLE}"?([,;\t])`)

/** The mark between the cells of a holdings file, by its first line; null for any other text. A spreadsheet may have changed the mark. */
export const holdingsDelimiter = (text: string): string | null => TITLE.exec(text)?.[1] ?? null

/** Every row of a holdings file with its place; nothing is left out. */
export function holdingsLines(text: string): { record: CsvRecord; line: HoldingsLine }[] {
  const [title, header, ...rows] = csvRecords(text, holdingsDelimiter(text) ?? ',')
  const columns = new Map(header?.cells.map((cell, i) => [cell.trim(), i]))
  const heads = [title, header].flatMap((record, i) =>
    record ? [{ record, line: { kind: 'skip', rule: i === 0 ? 'preamble' : 'header' } as const }] : [],
  )
  return [...heads, ...rows.map((record) => ({ record, line: readLine(record, columns) }))]
}

class Rejected extends Error {
  constructor(readonly reason: RejectReason) {
    super(reason)
  }
}

function readLine({ cells }: CsvRecord, columns: ReadonlyMap<string, number>): HoldingsLine {
  if (cells.every((cell) => cell.trim() === '')) return { kind: 'skip', rule: 'blank' }
  const cell = (name: HoldingsColumn): string => cells[columns.get(name) ?? -1] ?? ''
  if (HOLDINGS_COLUMNS.some((name) => !columns.has(name))) return { kind: 'reject', reason: 'cellsMissing' }
  try {
    const kind = cell('row').trim()
    if (kind === 'account') return accountLine(cell)
    if (kind === 'holding') return holdingLine(cell)
    return kind === 'lot' ? lotLine(cell) : { kind: 'skip', rule: 'otherSection' }
  } catch (error) {
    if (error instanceof Rejected) return { kind: 'reject', reason: error.reason }
    throw error
  }
}

type Cell = (name: HoldingsColumn) => string

function exact(text: string, problem: RejectReason, decimals?: number): bigint {
  const read = parseDecimal(text, decimals)
  if (!read.ok) throw new Rejected(problem)
  return read.value
}

function known<T>(value: T | null | undefined, reason: RejectReason = 'cellsMissing'): T {
  if (value === null || value === undefined) throw new Rejected(reason)
  return value
}

const inCents = (text: string): Cents => cents(exact(text, 'valueNotNumber', 2) / (ONE / 100n))
const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined =>
  all.find((one) => one === text.trim())

function accountLine(cell: Cell): AccountLine {
  const currency = cell('currency').trim()
  if (!isMoneyCurrency(currency)) throw new Rejected('currencyUnknown')
  const tax = known(oneOf(TAX_TREATMENTS, cell('tax')))
  const name = restored(cell('account'))
  const [cash, reserve] = [inCents(cell('cash')), inCents(cell('reserve'))]
  return { kind: 'account', no: cell('account_no').trim(), name, tax, currency, cash, reserve }
}

function holdingLine(cell: Cell): HoldingLine {
  const currency = cell('currency').trim()
  if (!isCurrency(currency)) throw new Rejected('currencyUnknown')
  const symbol = restored(cell('symbol'))
  if (symbol === '') throw new Rejected('symbolMissing')
  const held = exact(cell('quantity'), 'quantityNotNumber')
  if (held < 0n) throw new Rejected('short')
  const [price, date] = [cell('price').trim(), cell('price_date').trim()]
  return {
    kind: 'holding',
    no: cell('account_no').trim(),
    account: restored(cell('account')),
    symbol,
    name: restored(cell('name')),
    split: readSplit(cell('class').trim()),
    quantity: quantity(held),
    unit: quantity(exact(cell('unit'), 'quantityNotNumber')),
    price: price === '' ? null : unitPrice(exact(price, 'priceNotNumber')),
    currency,
    pricedOn: date === '' ? null : known(isoDate(date)),
    priceSource: restored(cell('price_source')) || null,
    trading: known(oneOf(TRADINGS, cell('trading'))),
  }
}

const lotLine = (cell: Cell): LotLine => ({
  kind: 'lot',
  no: cell('account_no').trim(),
  symbol: known(restored(cell('symbol')) || null, 'symbolMissing'),
  quantity: quantity(exact(cell('quantity'), 'quantityNotNumber')),
  unitCost: unitPrice(exact(cell('unit_cost'), 'priceNotNumber')),
  acquired: known(isoDate(cell('acquired').trim())),
})

/** `growth`, or `growth 60 + tech 40`; empty for nobody has said. */
function readSplit(text: string): Weights | null {
  if (text === '') return null
  if (isAssetClass(text)) return weights({ [text]: 10_000 })
  const parts = text.split('+').map((part) => /^\s*(\w+)\s+(\S+)\s*$/.exec(part))
  const entries = parts.map((part): [string, number] => {
    const assetClass = part?.[1] ?? ''
    if (!isAssetClass(assetClass)) throw new Rejected('cellsMissing')
    return [assetClass, Number(exact(part?.[2] ?? '', 'cellsMissing', 2) / (ONE / 100n))]
  })
  const split = weights(Object.fromEntries(entries))
  return isWhole(split) ? split : known<Weights>(null)
}
