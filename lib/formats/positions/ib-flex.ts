import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { enterNamedLots, type NamedLot } from '@/lib/formats/positions/lot-line'
import { classIn, enterCash, enterPosition, isCurrency } from '@/lib/formats/positions/position-row'
import type { FileTable, PositionsFile, PositionsFormat, RejectReason } from '@/lib/formats/positions/positions-file'
import { type Place, type Reading, startReading } from '@/lib/formats/positions/reading'
import { taxOf } from '@/lib/formats/positions/tax-of'
import { type XmlTag, xmlTags } from '@/lib/formats/positions/xml-tags'

/**
 * The Flex query of Interactive Brokers as XML: one `FlexStatement` for each account and day, data in attributes. Of several days of one account
 * the latest counts.
 */
const OPTIONS = new Set(['OPT', 'FOP', 'FSFOP', 'WAR', 'IOPT'])
const DERIVATIVES = new Set(['FUT', 'CFD', 'FXCFD', 'CASH', 'SWP'])
const BASE_SUMMARY = 'BASE_SUMMARY'

interface Statement {
  account: string
  tags: XmlTag[]
  date: string
}

const attribute = (tag: XmlTag, name: string): string => tag.attributes.get(name)?.trim() ?? ''
const placeOf = (tag: XmlTag): Place => ({ line: tag.line, text: tag.text })

/** Tags by the statement in which they stand. What comes before the first is of no account. */
function statementsOf(tags: readonly XmlTag[]): Statement[] {
  const statements: Statement[] = []
  for (const tag of tags) {
    if (tag.name === 'FlexStatement' || statements.length === 0) {
      statements.push({ account: attribute(tag, 'accountId'), tags: [], date: attribute(tag, 'toDate') })
    }
    statements.at(-1)?.tags.push(tag)
  }
  return statements
}

function read(table: FileTable): PositionsFile {
  const reading = startReading('ibFlex')
  const statements = statementsOf(xmlTags(table.text))
  const latest = new Map<string, string>()
  for (const { account, date } of statements) if (date >= (latest.get(account) ?? '')) latest.set(account, date)
  for (const statement of statements)
    readStatement(reading, statement, latest.get(statement.account) === statement.date)
  return reading.finish(table, (place) => (/<\?xml|<\/?Flex/.test(place.text) ? 'preamble' : 'otherSection'))
}

const DATA = ['OpenPosition', 'CashReportCurrency']

/** A download may be cut off within a name. */
const isData = ({ name, problem }: XmlTag): boolean =>
  DATA.some((element) => element === name || (problem && element.startsWith(name)))

function readStatement(reading: Reading, statement: Statement, counts: boolean) {
  const about = statement.tags.find((tag) => tag.name === 'AccountInformation' && attribute(tag, 'currency'))
  const base = about ? attribute(about, 'currency') : ''
  const words = about
    ? `${attribute(about, 'name')} ${attribute(about, 'acctAlias')} ${attribute(about, 'accountType')}`
    : ''
  const data = statement.tags.filter(isData)
  const usual = data.map((tag) => attribute(tag, 'currency')).find(isCurrency)
  const currencies = data.filter((tag) => tag.name === 'CashReportCurrency' && isCurrency(attribute(tag, 'currency')))
  const held = new Map<string, ReadHolding>()
  const lots: NamedLot[] = []
  for (const tag of data) {
    const place = placeOf(tag)
    if (!counts) {
      reading.skip(place, 'olderSnapshot')
      continue
    }
    if (tag.problem) {
      reading.reject(place, 'cellsMissing')
      continue
    }
    const id = attribute(tag, 'accountId') || statement.account || 'Interactive Brokers'
    reading.account(id, { currency: base || usual, tax: taxOf(words) })
    if (tag.name !== 'OpenPosition') readBalance(reading, tag, id, currencies.length > 0)
    else if (isLot(tag)) lots.push(lotIn(tag, id))
    else {
      const holding = readOpenPosition(reading, tag, id)
      if (holding) held.set(securityOf(tag, id), holding)
    }
  }
  // Lots may stand before their position.
  enterNamedLots(reading, lots, held)
}

const isLot = (tag: XmlTag): boolean => attribute(tag, 'levelOfDetail').toUpperCase() === 'LOT'

/** A lot is of the position of the same contract, or of the same symbol in files that have no numbers of contracts. */
const securityOf = (tag: XmlTag, account: string): string =>
  [account, attribute(tag, 'currency'), attribute(tag, 'conid') || attribute(tag, 'symbol')].join('\t')

/** Its cost with commissions and adjustments, else the price at which it was opened. */
function lotIn(tag: XmlTag, account: string): NamedLot {
  const [average, cost] = [attribute(tag, 'costBasisPrice'), attribute(tag, 'costBasisMoney')]
  const cells = {
    quantity: attribute(tag, 'position'),
    averageCost: average || cost ? average : attribute(tag, 'openPrice'),
    cost,
    acquired: tag.attributes.get('openDateTime'),
  }
  return { place: placeOf(tag), security: securityOf(tag, account), cells, fault: contractIn(tag) }
}

/** What is no security: the reason why it is left out. */
function contractIn(tag: XmlTag): RejectReason | null {
  const category = attribute(tag, 'assetCategory').toUpperCase()
  if (OPTIONS.has(category)) return 'option'
  return DERIVATIVES.has(category) ? 'derivative' : null
}

function readOpenPosition(reading: Reading, tag: XmlTag, account: string): ReadHolding | null {
  const contract = contractIn(tag)
  if (contract) {
    reading.reject(placeOf(tag), contract)
    return null
  }
  const symbol = attribute(tag, 'symbol')
  const currency = attribute(tag, 'currency')
  return enterPosition(reading, placeOf(tag), account, {
    symbol,
    name: attribute(tag, 'description'),
    quantity: attribute(tag, 'position'),
    price: tag.attributes.get('markPrice'),
    value: tag.attributes.get('positionValue'),
    averageCost: tag.attributes.get('costBasisPrice'),
    cost: tag.attributes.get('costBasisMoney'),
    currency,
    class: classFor(attribute(tag, 'assetCategory').toUpperCase(), symbol, currency),
  })
}

function classFor(category: string, symbol: string, currency: string): ReadHolding['class'] {
  if (category === 'CRYPTO') return 'digital'
  if (category === 'BILL') return 'moneyFunds'
  return category === 'BOND' ? null : classIn(symbol, currency)
}

function readBalance(reading: Reading, tag: XmlTag, account: string, byCurrency: boolean) {
  const place = placeOf(tag)
  const currency = attribute(tag, 'currency')
  if (currency === BASE_SUMMARY && byCurrency) return reading.skip(place, 'total')
  if (currency !== BASE_SUMMARY && !isCurrency(currency)) return reading.reject(place, 'currencyUnknown')
  const own = currency === BASE_SUMMARY ? reading.account(account).currency : currency
  enterCash(reading, place, account, { text: attribute(tag, 'endingCash'), currency: own })
}

/** Interactive Brokers, Flex query as XML. */
export const ibFlex: PositionsFormat = {
  id: 'ibFlex',
  detects: (table) => table.text.trimStart().startsWith('<') && /<FlexStatement\b/.test(table.text),
  read,
}
