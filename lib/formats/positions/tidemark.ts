import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'
import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { decimalText } from '@/lib/core/decimal'
import { WHOLE } from '@/lib/core/units'
import { type HoldingsLine, holdingsDelimiter, holdingsLines } from '@/lib/formats/holdings-rows'
import { classOf } from '@/lib/formats/positions/class-of'
import { plus } from '@/lib/formats/positions/exact-amounts'
import type { FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { type Place, type Reading, startReading } from '@/lib/formats/positions/reading'

/** Our own holdings as CSV. Every line says of itself what it is; a lot belongs to the last holding of its symbol above. */
function read(table: FileTable): PositionsFile {
  const lines = holdingsLines(table.text)
  const reading = startReading('tidemark')
  const ids = accountIds(lines.map(({ line }) => line))
  const holdings = new Map<string, ReadHolding>()
  for (const { record, line } of lines) {
    if (line.kind === 'skip') reading.skip(record, line.rule)
    else if (line.kind === 'reject') reading.reject(record, line.reason)
    else if (line.kind === 'account') {
      const id = ids(line.no, line.name)
      const account = reading.account(id, { name: line.name || id, tax: line.tax, currency: line.currency })
      account.reserve = plus(account.reserve ?? '0', decimalText(line.reserve, 2))
      reading.cash(record, id, decimalText(line.cash, 2), line.currency)
    } else if (line.kind === 'holding') {
      const holding = toRead(line, ids(line.no, line.account), record.line)
      reading.account(holding.account, { currency: line.currency === 'GBX' ? 'GBP' : line.currency })
      reading.hold(record, holding)
      holdings.set(`${line.no}\t${line.symbol}`, holding)
    } else addLot(reading, record, line, holdings.get(`${line.no}\t${line.symbol}`))
  }
  return reading.finish(table, () => 'otherSection')
}

type Line<K extends HoldingsLine['kind']> = Extract<HoldingsLine, { kind: K }>

/** The name of an account is its id, so that the next file is of the same account; a second of that name gets its number. */
function accountIds(lines: readonly HoldingsLine[]): (no: string, name: string) => string {
  const ids = new Map<string, string>()
  for (const line of lines) {
    if (line.kind !== 'account' || ids.has(line.no)) continue
    const taken = line.name === '' || [...ids.values()].includes(line.name)
    ids.set(line.no, taken ? `${line.name} #${line.no}`.trim() : line.name)
  }
  return (no, name) => ids.get(no) ?? (name || `#${no}`)
}

const toRead = (line: Line<'holding'>, account: string, at: number): ReadHolding => ({
  account,
  symbol: line.symbol,
  name: line.name,
  quantity: decimalText(line.quantity),
  price: line.price === null ? null : decimalText(line.price),
  value: null,
  unitCost: null,
  currency: line.currency,
  class: line.split ? classIn(line.split) : classOf(line.symbol),
  line: at,
  own: {
    unit: decimalText(line.unit),
    trading: line.trading,
    pricedOn: line.pricedOn,
    priceSource: line.priceSource,
  },
  lots: [],
})

function classIn(split: Weights): ReadHolding['class'] {
  const held = ASSET_CLASSES.filter((c) => split[c] !== 0)
  return held.find((c) => split[c] === WHOLE) ?? Object.fromEntries(held.map((c) => [c, split[c]]))
}

function addLot(reading: Reading, place: Place, lot: Line<'lot'>, of?: ReadHolding): void {
  const { quantity, unitCost, acquired } = lot
  if (of) reading.lot(place, of, { quantity: decimalText(quantity), unitCost: decimalText(unitCost), acquired })
  else reading.reject(place, 'lotAlone')
}

/** Our own export of holdings, by its title line. */
export const tidemark: PositionsFormat = {
  id: 'tidemark',
  detects: ({ text }) => holdingsDelimiter(text) !== null,
  read,
}
