import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'
import { decimalText } from '@/lib/core/decimal'
import type { Account, AppliedRate, Holding, Lot, Snapshot } from '@/lib/core/portfolio'
import type { Band, Target } from '@/lib/core/targets'
import { tradingOf } from '@/lib/core/trading'
import { type Cents, daysBetween, type IsoDate } from '@/lib/core/units'

/** What a plan was computed from, as far as it decides the trades. */
export interface PlanInput {
  snapshot: Snapshot
  target: Target
}

/**
 * One thing that is no longer as it was. `before` and `after` are plain digits, dates, names or weights (`growth:6500 tech:3500`); null where
 * there was or is nothing, or where no short text tells it (lots).
 */
export type Change = { subject: string; before: string | null; after: string | null } & (
  | { kind: 'portfolio'; field: 'cashCounts' | 'currency' }
  | { kind: 'target'; field: 'weight' | 'band' | 'destination' }
  | { kind: 'account'; accountId: string; field: AccountField }
  | { kind: 'holding'; holdingId: string; field: HoldingField }
)
export type AccountField = 'added' | 'removed' | 'tax' | 'cash' | 'reserve' | 'rate' | 'rateAge'
export type HoldingField =
  | 'added'
  | 'removed'
  | 'account'
  | 'symbol'
  | 'quantity'
  | 'unit'
  | 'price'
  | 'pricedOn'
  | 'split'
  | 'trading'
  | 'lots'
  | 'priceAge'
  | 'rate'
  | 'rateAge'

/**
 * Everything that moved between two inputs of a plan: first the portfolio, then the target, accounts and holdings in their order. Names, the
 * source of a price or a rate and the order of rows decide no trade, so they are no change. Between two currencies amounts are not compared.
 */
export function diffInputs(before: PlanInput, after: PlanInput): Change[] {
  const whole = [...diffPortfolio(before.snapshot, after.snapshot), ...diffTargets(before.target, after.target)]
  if (before.snapshot.currency !== after.snapshot.currency) return whole
  return [
    ...whole,
    ...diffAccounts(before.snapshot.accounts, after.snapshot.accounts),
    ...diffHoldings(before.snapshot, after.snapshot),
  ]
}

/** The prices of these holdings that are more than `limit` days old on a date: what a plan made earlier must not be approved on. */
export function agedPrices(holdings: Holding[], asOf: IsoDate, limit: number): Change[] {
  return holdings.flatMap((h): Change[] => {
    const age = h.pricedOn === null ? 0 : daysBetween(h.pricedOn, asOf)
    if (age <= limit) return []
    const ages = { before: String(limit), after: String(age) }
    return [{ kind: 'holding', field: 'priceAge', subject: h.symbol, holdingId: h.id, ...ages }]
  })
}

/** The rates of these rows that are more than `limit` days old on a date; fixed ones have no age. */
export function agedRates(
  { accounts, holdings }: Pick<Snapshot, 'accounts' | 'holdings'>,
  asOf: IsoDate,
  limit: number,
) {
  const ageOf = ({ ratedOn }: AppliedRate): number => (ratedOn === null ? 0 : daysBetween(ratedOn, asOf))
  const aged = (quoted: AppliedRate): { before: string; after: string } | null =>
    ageOf(quoted) > limit ? { before: String(limit), after: String(ageOf(quoted)) } : null
  return [
    ...accounts.flatMap(({ id, name, quoted }): Change[] => {
      const ages = quoted && quoted.cash !== 0n ? aged(quoted) : null
      return ages ? [{ kind: 'account', field: 'rateAge', subject: name, accountId: id, ...ages }] : []
    }),
    ...holdings.flatMap(({ id, symbol, quoted }): Change[] => {
      const ages = quoted ? aged(quoted) : null
      return ages ? [{ kind: 'holding', field: 'rateAge', subject: symbol, holdingId: id, ...ages }] : []
    }),
  ]
}

function diffPortfolio(a: Snapshot, b: Snapshot): Change[] {
  const changes: Change[] = []
  const about = { kind: 'portfolio', subject: '' } as const
  if (a.currency !== b.currency) changes.push({ ...about, field: 'currency', before: a.currency, after: b.currency })
  if (a.cashCounts !== b.cashCounts) {
    changes.push({ ...about, field: 'cashCounts', before: String(a.cashCounts), after: String(b.cashCounts) })
  }
  return changes
}

function diffTargets(a: Target, b: Target): Change[] {
  const weights = ASSET_CLASSES.flatMap((c): Change[] => {
    if (a.weights[c] === b.weights[c]) return []
    return [{ kind: 'target', field: 'weight', subject: c, before: String(a.weights[c]), after: String(b.weights[c]) }]
  })
  const bands = ASSET_CLASSES.flatMap((c): Change[] => {
    const [before, after] = [bandText(a.bands[c]), bandText(b.bands[c])]
    return before === after ? [] : [{ kind: 'target', field: 'band', subject: c, before, after }]
  })
  if (a.destination === b.destination) return [...weights, ...bands]
  const moved = { subject: '', before: a.destination, after: b.destination }
  return [...weights, ...bands, { kind: 'target', field: 'destination', ...moved }]
}

function bandText(band: Band): string {
  switch (band.rule) {
    case 'fiveTwentyFive':
      return band.rule
    case 'absolute':
      return `${band.rule}:${band.halfWidth}`
    case 'relative':
      return `${band.rule}:${band.percent}`
  }
}

/** A column of a row: what is compared, and what is told where that differs. */
interface Column<Row, Field> {
  field: Field
  key: (row: Row) => string | null | undefined
  tell?: (row: Row) => string | null
}

const ACCOUNT_COLUMNS: Column<Account, AccountField>[] = [
  { field: 'tax', key: (a) => a.tax },
  { field: 'cash', key: (a) => moneyText(a.cash) },
  { field: 'reserve', key: (a) => moneyText(a.reserve) },
  {
    field: 'rate',
    key: ({ quoted: q }) => q && `${rateKey(q)} ${moneyText(q.cash)} ${moneyText(q.reserve)}`,
    tell: ({ quoted }) => rateText(quoted),
  },
]

const holdingColumns = (accountNames: Map<string, string>): Column<Holding, HoldingField>[] => [
  { field: 'account', key: (h) => h.accountId, tell: (h) => accountNames.get(h.accountId) ?? null },
  { field: 'symbol', key: (h) => h.symbol },
  { field: 'quantity', key: (h) => decimalText(h.quantity) },
  { field: 'unit', key: (h) => decimalText(h.unit) },
  { field: 'price', key: (h) => (h.price === null ? null : decimalText(h.price, undefined, 2)) },
  {
    field: 'rate',
    key: ({ quoted: q }) => q && `${rateKey(q)} ${q.price}`,
    tell: ({ quoted }) => rateText(quoted),
  },
  { field: 'pricedOn', key: (h) => h.pricedOn },
  { field: 'split', key: (h) => h.split && splitText(h.split) },
  { field: 'trading', key: tradingOf },
  { field: 'lots', key: (h) => lotsText(h.lots), tell: () => null },
]

function diffAccounts(before: Account[], after: Account[]): Change[] {
  return pairUp(before, after).flatMap(({ row, was, is }) => {
    const about = { kind: 'account' as const, subject: row.name, accountId: row.id }
    return differences(was, is, ACCOUNT_COLUMNS).map((found): Change => ({ ...about, ...found }))
  })
}

function diffHoldings(before: Snapshot, after: Snapshot): Change[] {
  const columns = holdingColumns(new Map([...before.accounts, ...after.accounts].map((a) => [a.id, a.name])))
  return pairUp(before.holdings, after.holdings).flatMap(({ row, was, is }) => {
    const about = { kind: 'holding' as const, subject: row.symbol, holdingId: row.id }
    return differences(was, is, columns).map((found): Change => ({ ...about, ...found }))
  })
}

interface Pair<Row> {
  /** The latest that is known of it. */
  row: Row
  was: Row | null
  is: Row | null
}

/** Rows by id: first those of before, then the new ones. */
function pairUp<Row extends { id: string }>(before: Row[], after: Row[]): Pair<Row>[] {
  const now = new Map(after.map((row) => [row.id, row]))
  const known = new Set(before.map((row) => row.id))
  const kept = before.map((was) => ({ row: now.get(was.id) ?? was, was, is: now.get(was.id) ?? null }))
  const added = after.filter((row) => !known.has(row.id))
  return [...kept, ...added.map((row) => ({ row, was: null, is: row }))]
}

interface Difference<Field> {
  field: Field | 'added' | 'removed'
  before: string | null
  after: string | null
}

function differences<Row, Field>(was: Row | null, is: Row | null, columns: Column<Row, Field>[]): Difference<Field>[] {
  if (!was || !is) return [{ field: was ? 'removed' : 'added', before: null, after: null }]
  return columns
    .filter(({ key }) => key(was) !== key(is))
    .map(({ field, key, tell = key }) => ({ field, before: tell(was) ?? null, after: tell(is) ?? null }))
}

const rateKey = ({ currency, rate, ratedOn }: AppliedRate & { currency: string }): string =>
  `${currency} ${rate} ${ratedOn}`

const rateText = (quoted: AppliedRate | undefined): string | null =>
  quoted?.rate == null ? null : decimalText(quoted.rate)

const moneyText = (amount: Cents): string => decimalText(amount, 2, 2)

const splitText = (split: Weights): string =>
  ASSET_CLASSES.filter((c) => split[c] !== 0)
    .map((c) => `${c}:${split[c]}`)
    .join(' ')

/** Lots as one text, in an order of their own: a lot is what it cost and when, not its id. */
const lotsText = (lots: Lot[]): string =>
  lots
    .map((lot) => `${lot.acquired} ${decimalText(lot.quantity)} ${decimalText(lot.unitCost)}`)
    .sort()
    .join('\n')
