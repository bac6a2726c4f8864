import { ASSET_CLASSES, entirely, isAssetClass, isWhole, type Weights, weights } from '@/lib/core/asset-class'
import { parseDecimal } from '@/lib/core/decimal'
import { type Account, type Holding, type Lot, type Snapshot, TAX_TREATMENTS } from '@/lib/core/portfolio'
import { type Cents, cents, type IsoDate, isoDate, ONE, quantity, unitPrice } from '@/lib/core/units'

const CENT = ONE / 100n
const PRICED_ON = '2026-11-20' as IsoDate
const MARKS = new Set(['@', 'on', 'unit', 'locked', 'lot'])

/**
 * Test notation: a snapshot from text. Statements end at `;` or at the end of a line; a holding belongs to the account before it.
 *
 *     ira deferred cash 4000 reserve 500
 *     VTI growth:65,tech:35 100 @ 250 on 2026-11-20 unit 0.001 locked lot 60 @ 120 2020-01-02
 *     XYZ ? 3 @ ?
 *
 * An account is `name taxable|deferred|free [cash money] [reserve money]`; a holding is `symbol class quantity @ price` with
 * the marks shown, in any order. A class is one of the six, a split in percent, or `?` when unknown; a price may be `?` too.
 * Ids are the names: account `ira`, holding `ira/VTI`, lots `ira/VTI/1` on. Throws on anything it cannot read.
 */
export function notate(text: string, more: Partial<Snapshot> = {}): Snapshot {
  const accounts: Account[] = []
  const holdings: Holding[] = []
  for (const statement of text
    .split(/[;\n]/)
    .map((s) => s.trim())
    .filter(Boolean)) {
    const words = statement.split(/\s+/)
    const account = accountIn(words)
    const last = accounts.at(-1)
    if (account) accounts.push(account)
    else if (last) holdings.push(holdingIn(words, last.id))
    else throw new Error(`A holding before any account: ${statement}`)
  }
  return { portfolioId: 'portfolio', version: 1, currency: 'USD', cashCounts: true, accounts, holdings, ...more }
}

function accountIn([name = '', kind, ...rest]: string[]): Account | null {
  const tax = TAX_TREATMENTS.find((t) => t === kind)
  if (!tax) return null
  const marks = new Map<string, string>()
  for (let i = 0; i < rest.length; i += 2) marks.set(rest[i] ?? '', rest[i + 1] ?? '')
  const account = {
    id: name,
    name,
    tax,
    cash: money(marks.get('cash') ?? '0'),
    reserve: money(marks.get('reserve') ?? '0'),
  }
  marks.delete('cash')
  marks.delete('reserve')
  if (marks.size > 0) throw new Error(`Not part of an account: ${[...marks.keys()].join(' ')}`)
  return account
}

function holdingIn([symbol = '', split = '', amount = '', ...rest]: string[], accountId: string): Holding {
  const id = `${accountId}/${symbol}`
  const holding: Holding = {
    id,
    accountId,
    symbol,
    name: symbol,
    split: splitIn(split),
    quantity: quantity(decimal(amount)),
    unit: quantity(ONE),
    price: null,
    pricedOn: null,
    priceSource: null,
    locked: false,
    lots: [],
  }
  while (rest.length > 0) takeMark(holding, rest)
  return holding
}

/** Reads one mark and what belongs to it off the front of the words. */
function takeMark(holding: Holding, words: string[]): void {
  const mark = words.shift() ?? ''
  if (!MARKS.has(mark)) throw new Error(`Not part of a holding: ${mark}`)
  if (mark === 'locked') holding.locked = true
  else if (mark === 'lot') holding.lots.push(takeLot(`${holding.id}/${holding.lots.length + 1}`, words))
  else if (mark === 'unit') holding.unit = quantity(decimal(words.shift()))
  else if (mark === 'on') holding.pricedOn = date(words.shift())
  else if (words[0] === '?') words.shift()
  else {
    holding.price = unitPrice(decimal(words.shift()))
    holding.pricedOn ??= PRICED_ON
    holding.priceSource = 'manual'
  }
}

function takeLot(id: string, words: string[]): Lot {
  const [amount, at, cost, acquired] = words.splice(0, 4)
  if (at !== '@') throw new Error(`A lot is "quantity @ cost date": ${id}`)
  return { id, quantity: quantity(decimal(amount)), unitCost: unitPrice(decimal(cost)), acquired: date(acquired) }
}

function splitIn(text: string): Weights | null {
  if (text === '?') return null
  if (isAssetClass(text)) return entirely(text)
  const parts = text.split(',').map((part) => part.split(':'))
  const known = parts.every(([name = '']) => isAssetClass(name))
  const split = weights(Object.fromEntries(parts.map(([name, percent]) => [name, Number(percent) * 100])))
  if (!known || !isWhole(split)) throw new Error(`Not a split over ${ASSET_CLASSES.join(', ')}: ${text}`)
  return split
}

function decimal(text = ''): bigint {
  const parsed = parseDecimal(text)
  if (!parsed.ok) throw new Error(`Not a number: ${text}`)
  return parsed.value
}

const money = (text: string): Cents => cents(decimal(text) / CENT)

function date(text = ''): IsoDate {
  const found = isoDate(text)
  if (!found) throw new Error(`Not a date: ${text}`)
  return found
}
