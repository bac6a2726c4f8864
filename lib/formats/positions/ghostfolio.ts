import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { decimalText } from '@/lib/core/decimal'
import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import { DECIMALS } from '@/lib/core/units'
import { readDecimal } from '@/lib/formats/exact-decimal'
import { type Activity, deriveHoldings } from '@/lib/formats/positions/activities'
import { fieldOf, itemsOf, type JsonNode, parseJsonNodes, textOf } from '@/lib/formats/positions/json-nodes'
import { lineCounter } from '@/lib/formats/positions/line-counter'
import { classIn, isCurrency } from '@/lib/formats/positions/position-row'
import type { FileTable, PositionsFile, PositionsFormat, RejectReason } from '@/lib/formats/positions/positions-file'
import { type Place, type Reading, startReading } from '@/lib/formats/positions/reading'
import { taxOf } from '@/lib/formats/positions/tax-of'

/**
 * The export of Ghostfolio: accounts with their cash, and every activity; what is held follows from the activities. Their prices are those of
 * the day of the trade, so the holdings have none. Activities dated after the export are drafts.
 */
const IN = new Set(['BUY', 'ITEM'])
const OUT = new Set(['SELL'])
const NO_ACCOUNT = 'Ghostfolio'

interface Spot extends Place {
  lastLine: number
}

const exactOf = (node: JsonNode | null): bigint | null => {
  const value = readDecimal(textOf(node), DECIMALS)
  return typeof value === 'bigint' ? value : null
}

/** The nodes' places, in the order of the file. */
function spotsOf(text: string, nodes: readonly JsonNode[]): Map<JsonNode, Spot> {
  const lines = lineCounter(text)
  const inOrder = nodes.toSorted((a, b) => a.from - b.from)
  return new Map(
    inOrder.map((node) => {
      const line = lines(node.from)
      const shown = text.slice(node.from, node.to).replace(/\s+/g, ' ')
      return [node, { line, text: shown, lastLine: lines(node.to - 1) }]
    }),
  )
}

function read(table: FileTable): PositionsFile {
  const reading = startReading('ghostfolio')
  const root = parseJsonNodes(table.text)
  const accounts = itemsOf(fieldOf(root, 'accounts'))
  const activities = itemsOf(fieldOf(root, 'activities'))
  const spots = spotsOf(table.text, [...accounts, ...activities])
  for (const account of accounts) readAccount(reading, account, spots.get(account))
  const profiles = profilesOf(root)
  const exported = textOf(fieldOf(fieldOf(root, 'meta'), 'date'))
  const trades: Activity[] = []
  for (const node of activities) {
    const spot = spots.get(node)
    if (!spot) continue
    const date = textOf(fieldOf(node, 'date'))
    if (exported !== '' && date > exported) reading.skip(spot, 'pending')
    else {
      const trade = tradeOf(reading, node, spot, profiles)
      if (trade) trades.push(trade)
    }
  }
  deriveHoldings(reading, trades)
  const inActivities = activities.flatMap((node) => spots.get(node) ?? [])
  const within = new Set(
    inActivities.flatMap(({ line, lastLine }) => Array.from({ length: lastLine - line + 1 }, (_, i) => line + i)),
  )
  return reading.finish(table, ({ line }) => (within.has(line) ? 'activity' : 'otherSection'))
}

function readAccount(reading: Reading, node: JsonNode, spot: Spot | undefined) {
  const id = textOf(fieldOf(node, 'id'))
  const currency = textOf(fieldOf(node, 'currency'))
  if (id === '' || !spot) return
  const name = textOf(fieldOf(node, 'name'))
  if (!isCurrency(currency)) return reading.reject(spot, 'currencyUnknown')
  reading.account(id, { name, currency, tax: taxOf(name) })
  const stated = fieldOf(node, 'balance')
  if (stated === null || stated.kind === 'word') return
  const balance = exactOf(stated)
  if (balance === null) reading.reject(spot, 'valueNotNumber')
  else reading.cash(spot, id, decimalText(balance), currency)
}

interface Profile {
  name: string
  crypto: boolean
  cash: boolean
}

function profilesOf(root: JsonNode | null): Map<string, Profile> {
  const nodes = itemsOf(fieldOf(root, 'assetProfiles'))
  return new Map(
    nodes.map((node) => {
      const kind = textOf(fieldOf(node, 'assetSubClass'))
      const name = textOf(fieldOf(node, 'name'))
      return [textOf(fieldOf(node, 'symbol')), { name, crypto: kind === 'CRYPTOCURRENCY', cash: kind === 'CASH' }]
    }),
  )
}

/** A purchase or a sale; null for what changes no position, and for a row that was rejected. */
function tradeOf(reading: Reading, node: JsonNode, place: Place, profiles: Map<string, Profile>): Activity | null {
  const type = textOf(fieldOf(node, 'type'))
  const direction = IN.has(type) ? 'in' : OUT.has(type) ? 'out' : null
  if (direction === null) return null
  const reject = (reason: RejectReason): null => {
    reading.reject(place, reason)
    return null
  }
  const written = textOf(fieldOf(node, 'symbol'))
  const profile = profiles.get(written)
  const symbol = symbolOf(written, profile)
  const currency = textOf(fieldOf(node, 'currency'))
  if (symbol === '') return reject('symbolMissing')
  if (symbolProblem(symbol)) return reject('symbolInvalid')
  if (!isCurrency(currency)) return reject('currencyUnknown')
  const account = textOf(fieldOf(node, 'accountId')) || NO_ACCOUNT
  reading.account(account, { currency })
  const quantity = exactOf(fieldOf(node, 'quantity'))
  const price = exactOf(fieldOf(node, 'unitPrice'))
  return {
    place,
    account,
    symbol,
    name: profile?.name ?? '',
    currency,
    date: textOf(fieldOf(node, 'date')).slice(0, 10),
    direction,
    quantity: quantity ?? 'quantityNotNumber',
    cost: quantity === null || price === null ? null : quantity * price,
    class: classFor(symbol, currency, profile),
  }
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** A security that the user made up is listed under a random id: its name is its symbol. A coin is listed as `bitcoin` or `BTCUSD`. */
function symbolOf(written: string, profile: Profile | undefined): string {
  if (UUID.test(written) && profile?.name) {
    const named = normaliseSymbol(profile.name)
    return symbolProblem(named) ? '' : named
  }
  const symbol = normaliseSymbol(written)
  return profile?.crypto ? symbol.replace(/^([A-Z\d]{2,})-?(?:USD|EUR|CHF|GBP)$/, '$1') : symbol
}

function classFor(symbol: string, currency: string, profile: Profile | undefined): ReadHolding['class'] {
  if (profile?.crypto) return 'digital'
  return profile?.cash ? 'moneyFunds' : classIn(symbol, currency)
}

/** Ghostfolio, export as JSON. */
export const ghostfolio: PositionsFormat = {
  id: 'ghostfolio',
  detects: (table) => {
    if (!/^\uFEFF?\s*\{/.test(table.text) || !table.text.includes('"activities"')) return false
    const root = parseJsonNodes(table.text)
    const activities = fieldOf(root, 'activities')
    const first = itemsOf(activities)[0] ?? null
    return (
      activities?.kind === 'array' &&
      (first === null ? fieldOf(root, 'meta') !== null : fieldOf(first, 'unitPrice') !== null)
    )
  },
  read,
}
