import { ASSET_CLASSES, byClass, entirely, isAssetClass, isWhole, type Weights, weights } from '@/lib/core/asset-class'
import { decimalText } from '@/lib/core/decimal'
import { type Account, type Holding, type Lot, TAX_TREATMENTS } from '@/lib/core/portfolio'
import {
  type Cents,
  DECIMALS,
  type IsoDate,
  ONE,
  type Quantity,
  RATE_DECIMALS,
  type Rate,
  sum,
  type UnitPrice,
  WHOLE,
} from '@/lib/core/units'
import { isObject, type Json, Row } from '@/lib/formats/request-row'

export const CENT_PLACES = 2
/** A basis point is 10^-4, so that a rate of nine places leaves five to a figure in basis points. */
export const BPS_PLACES = RATE_DECIMALS - 4
const ALL_IN_BPS = BigInt(WHOLE) * 10n ** BigInt(BPS_PLACES)

export const ACCOUNT_FIELDS = new Set(['id', 'tax', 'cash', 'reserve'])
export const HOLDING_FIELDS = new Set([
  ...['account', 'symbol', 'class', 'quantity', 'price', 'unit', 'locked', 'noBuy', 'noSell', 'spreadBps'],
  ...['locationCostBps', 'lots'],
])
export const LOT_FIELDS = new Set(['id', 'quantity', 'unitCost', 'acquired'])

/** Made once: nearly every holding has one of these. */
const UNDIVIDED = byClass(entirely)
const CLASS_LIST = ASSET_CLASSES.join(', ')

/** A holding's id: where it is held and what it is, so that it does not depend on the order of the rows. */
export const holdingIdOf = (account: string, symbol: string): string => JSON.stringify([account, symbol])

const named = (field: string) => (json: Json, path: string) => {
  const name = json[field]
  return typeof name === 'string' && name !== '' ? name : path
}

export function readAccounts(request: Row): Account[] {
  const seen = new Set<string>()
  return request.rows('accounts', true, named('id')).flatMap((row): Account[] => {
    if (!row) return []
    row.knowOnly(ACCOUNT_FIELDS)
    const id = row.name('id')
    const tax = row.choice('tax', TAX_TREATMENTS, null)
    const cash = row.decimal('cash', CENT_PLACES, 0n) as Cents | null
    const reserve = row.decimal('reserve', CENT_PLACES, 0n, { least: 0n }) as Cents | null
    if (id !== null && seen.has(id)) row.fault('account.duplicate', 'id')
    if (id !== null) seen.add(id)
    if (id === null || tax === null || cash === null || reserve === null) return []
    return [{ id, name: id, tax, cash, reserve }]
  })
}

/** The account ids as they stand in the request, sound or not: a fault in an account is not one of its holdings, too. */
function namedAccounts(request: Row): Set<unknown> {
  const rows = request.json.accounts
  return new Set(Array.isArray(rows) ? rows.map((row: unknown) => (isObject(row) ? row.id : null)) : [])
}

export function readHoldings(request: Row, asOf: IsoDate | null): Holding[] {
  const accounts = namedAccounts(request)
  const seen = new Set<string>()
  return request.rows('holdings', true, named('symbol')).flatMap((row): Holding[] => {
    if (!row) return []
    row.knowOnly(HOLDING_FIELDS)
    const accountId = row.name('account')
    const symbol = row.name('symbol')
    const figures = readFigures(row, asOf)
    if (accountId !== null && !accounts.has(accountId)) {
      row.fault('holding.unknownAccount', 'account', { account: accountId })
    }
    if (accountId === null || symbol === null) return []
    const id = holdingIdOf(accountId, symbol)
    if (seen.has(id)) row.fault('holding.duplicate', '')
    seen.add(id)
    return figures ? [{ id, accountId, symbol, name: symbol, ...figures }] : []
  })
}

type Figures = Omit<Holding, 'id' | 'accountId' | 'symbol' | 'name'>

function readFigures(row: Row, asOf: IsoDate | null): Figures | null {
  const split = readSplit(row)
  const quantity = notBelow(row, 'quantity', 'quantity.negative', 0n, null) as Quantity | null
  const unit = notBelow(row, 'unit', 'unit.notPositive', 1n, ONE) as Quantity | null
  const price = row.json.price == null ? row.fault('price.missing', 'price') : readPrice(row)
  const spread = readBps(row, 'spreadBps')
  const locationCost = readBps(row, 'locationCostBps')
  const marks = { locked: row.flag('locked'), noBuy: row.flag('noBuy'), noSell: row.flag('noSell') }
  const lots = readLots(row, quantity, asOf)
  if (split === null || quantity === null || unit === null || price === null) return null
  if (spread === null || locationCost === null) return null
  return { split, quantity, unit, price, pricedOn: asOf, priceSource: null, ...marks, spread, locationCost, lots }
}

const readPrice = (row: Row): UnitPrice | null =>
  notBelow(row, 'price', 'price.notPositive', 1n, null) as UnitPrice | null

/** A decimal of eighteen places with a code of its own for one that is too small. */
function notBelow(
  row: Row,
  field: string,
  code: Parameters<Row['fault']>[0],
  least: bigint,
  absent: bigint | null,
): bigint | null {
  const value = row.decimal(field, DECIMALS, absent)
  return value !== null && value < least ? row.fault(code, field) : value
}

/** Basis points with up to five decimals, as a rate. */
const readBps = (row: Row, field: string): Rate | null =>
  row.decimal(field, BPS_PLACES, 0n, { least: 0n, most: ALL_IN_BPS }) as Rate | null

function readSplit(row: Row): Weights | null {
  const value = row.json.class
  if (value == null) return row.missing('class')
  if (typeof value === 'string') {
    return isAssetClass(value)
      ? UNDIVIDED[value]
      : row.fault('class.invalid', 'class', { name: value.slice(0, 50), classes: CLASS_LIST })
  }
  if (!isObject(value)) return row.wrong('class', 'a class, or basis points by class')
  const split = readWeights(new Row(row.findings, value, row.at('class'), row.subject))
  if (split && !isWhole(split)) return row.fault('class.invalidSplit', 'class')
  return split
}

/** Whole basis points by class; what is absent is zero. Whether they total 10,000 is the caller's question. */
export function readWeights(row: Row): Weights | null {
  const found: Partial<Record<keyof Weights, number>> = {}
  let sound = true
  for (const name in row.json) {
    if (isAssetClass(name)) {
      const value = row.whole(name, 0, WHOLE)
      if (value === null) sound = false
      else found[name] = value
    } else {
      row.fault('class.invalid', name, { name: name.slice(0, 50), classes: CLASS_LIST })
      sound = false
    }
  }
  return sound ? weights(found) : null
}

function readLots(holding: Row, held: bigint | null, asOf: IsoDate | null): Lot[] {
  if (holding.json.lots == null) return []
  const seen = new Set<string>()
  const lots = holding
    .rows('lots', false, () => holding.subject)
    .flatMap((row): Lot[] => {
      const lot = row && readLot(row, asOf)
      if (!lot) return []
      if (seen.has(lot.id)) row.fault('lots.duplicate', 'id', { id: lot.id })
      seen.add(lot.id)
      return [lot]
    })
  const total = sum(lots.map((lot) => lot.quantity))
  if (held !== null && held >= 0n && total > held) {
    holding.fault('lots.exceed', 'lots', { lots: decimalText(total), quantity: decimalText(held) })
  }
  return lots
}

function readLot(row: Row, asOf: IsoDate | null): Lot | null {
  row.knowOnly(LOT_FIELDS)
  const id = row.name('id')
  const quantity = notBelow(row, 'quantity', 'lots.invalid', 1n, null) as Quantity | null
  const unitCost = notBelow(row, 'unitCost', 'lots.invalid', 0n, null) as UnitPrice | null
  const acquired = row.date('acquired')
  if (asOf !== null && acquired !== null && acquired > asOf) row.fault('lots.future', 'acquired', { date: acquired })
  if (id === null || quantity === null || unitCost === null || acquired === null) return null
  return { id, quantity, unitCost, acquired }
}
