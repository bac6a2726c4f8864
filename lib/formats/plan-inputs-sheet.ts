import { hasUncountedCash } from '@/lib/core/base-currency'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { AppliedRate } from '@/lib/core/portfolio'
import type { TargetOrigin } from '@/lib/core/targets'
import { bps, type FineMoney, RATE_ONE, type Rate, unitPrice } from '@/lib/core/units'
import type { SheetWords } from '@/lib/formats/sheet-words'
import { type Cell, count, day, money, price, type Sheet, share, text } from '@/lib/formats/sheets'

export type InputWord =
  | 'adopted'
  | 'age'
  | 'asOf'
  | 'bound'
  | 'certified'
  | 'currency'
  | 'destination'
  | 'digits'
  | 'driftAfter'
  | 'driftBefore'
  | 'flow'
  | 'hash'
  | 'longRate'
  | 'minTrade'
  | 'mode'
  | 'notice'
  | 'objective'
  | 'orderFee'
  | 'rate'
  | 'shortRate'
  | 'spread'
  | 'target'
  | 'turnoverCap'

export interface InputWords extends SheetWords {
  input: (name: InputWord, values?: Record<string, string>) => string
  mode: (mode: PlanDocument['policy']['mode']) => string
  destination: (destination: PlanDocument['policy']['target']['destination']) => string
  origin: (origin: TargetOrigin) => string
  yesNo: (value: boolean) => string
  notice: string
  /** What the sheet says of numbers with more digits than a spreadsheet keeps. */
  digits: string
}

/** All that a plan was computed from besides the holdings, a figure a row, and how good it is known to be. */
export function inputsSheet(document: PlanDocument, words: InputWords): Sheet {
  const rows: [string, Cell][] = [
    ...targetRows(document, words),
    ...choiceRows(document, words),
    ...rateRows(document, words),
    ...resultRows(document, words),
  ]
  return {
    name: words.sheet('inputs'),
    columns: [{ title: words.column('input') }, { title: words.column('figure') }],
    rows: rows.map(([label, cell]) => [text(label), cell]),
    totalLabel: null,
  }
}

const targetRows = ({ snapshot, adoption, policy }: PlanDocument, words: InputWords): [string, Cell][] => [
  [words.input('asOf'), day(policy.asOf)],
  [words.input('currency'), text(snapshot.currency)],
  [words.input('target'), text(words.origin(adoption.origin))],
  [words.input('adopted'), text(adoption.adoptedAt)],
  [words.input('destination'), text(words.destination(policy.target.destination))],
]

function choiceRows({ snapshot, policy }: PlanDocument, words: InputWords): [string, Cell][] {
  const { terms } = policy
  const nameOf = (id: string) => snapshot.accounts.find((account) => account.id === id)?.name ?? ''
  return [
    [words.input('mode'), text(words.mode(policy.mode))],
    ...policy.cashFlows.map((flow): [string, Cell] => [
      words.input('flow', { account: nameOf(flow.accountId) }),
      money(flow.amount),
    ]),
    [words.input('minTrade'), money(policy.minTrade)],
    [words.input('age'), count(policy.maxPriceAge)],
    [words.input('shortRate'), share(policy.taxRates.short)],
    [words.input('longRate'), share(policy.taxRates.long)],
    [words.input('orderFee'), money(terms.orderFee)],
    [words.input('spread'), shareOf(terms.spread)],
    ...(terms.turnoverCap === null
      ? []
      : [[words.input('turnoverCap'), money(terms.turnoverCap)] satisfies [string, Cell]]),
  ]
}

/** Each exchange rate that was applied, once, with its date and source. */
function rateRows({ snapshot }: PlanDocument, words: InputWords): [string, Cell][] {
  const quoted = [...snapshot.accounts.filter((account) => !hasUncountedCash(account)), ...snapshot.holdings]
  const rows = new Map<string, [string, Cell]>()
  for (const { quoted: own } of quoted) {
    if (own?.rate) rows.set(own.currency, [rateLabel(own.currency, own, words), price(unitPrice(own.rate))])
  }
  return [...rows.values()]
}

const rateLabel = (currency: string, { ratedOn, source }: AppliedRate, words: InputWords): string =>
  words.input('rate', { currency, date: ratedOn ?? '', source: source === null ? '' : words.source(source) }).trim()

const resultRows = ({ plan, inputHash }: PlanDocument, words: InputWords): [string, Cell][] => [
  [words.input('driftBefore'), share(plan.driftBefore)],
  [words.input('driftAfter'), share(plan.driftAfter)],
  [words.input('objective'), fine(plan.certificate.objective)],
  [words.input('bound'), fine(plan.certificate.lowerBound)],
  [words.input('certified'), text(words.yesNo(plan.certificate.certified))],
  [words.input('hash'), text(inputHash)],
  [words.input('notice'), text(words.notice)],
  [words.input('digits'), text(words.digits)],
]

/** Money to the hundredth of a cent. */
const fine = (value: FineMoney): Cell => price(unitPrice(value * 10n ** 14n))

/** A rate as basis points where it is whole ones, else as its exact figure. */
function shareOf(rate: Rate): Cell {
  const scaled = rate * 10_000n
  return scaled % RATE_ONE === 0n ? share(bps(Number(scaled / RATE_ONE))) : price(unitPrice(rate * 10n ** 9n))
}
