import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { reconcileCash } from '@/lib/core/cash-reconciliation'
import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { StagedPlan } from '@/lib/core/stages'
import { bps, cents } from '@/lib/core/units'
import { BUCKETS, type Bucket } from '@/lib/core/valuation'
import { holdingsSheet } from '@/lib/formats/holdings-sheet'
import { type InputWords, inputsSheet } from '@/lib/formats/plan-inputs-sheet'
import type { ColumnWord, SheetWords } from '@/lib/formats/sheet-words'
import { amount, type Cell, type Column, count, day, money, price, type Sheet, share, text } from '@/lib/formats/sheets'

export interface PlanWords extends SheetWords, InputWords {
  reasonOf: (trade: Trade) => string
}

/** A plan as sheets: trades, classes, cash, lots, its stages if it has any, and all that it was computed from. */
export function planSheets(document: PlanDocument, staged: StagedPlan | null, words: PlanWords): Sheet[] {
  return [
    tradesSheet(document, words),
    classesSheet(document, words),
    cashSheet(document, words),
    lotsSheet(document, words),
    ...(staged ? [stagesSheet(document, staged, words)] : []),
    inputsSheet(document, words),
    holdingsSheet(document.snapshot, words),
  ]
}

const accountName = ({ snapshot }: PlanDocument, id: string): string =>
  snapshot.accounts.find((account) => account.id === id)?.name ?? ''

/** Columns of text unless they are named as numbers or as sums. */
function columns(words: SheetWords, names: readonly ColumnWord[], sums: readonly ColumnWord[] = []): Column[] {
  return names.map((name) => ({
    title: words.column(name),
    ...(sums.includes(name) && { total: true }),
    ...((sums.includes(name) || NUMERIC.has(name)) && { numeric: true }),
  }))
}

const NUMERIC: ReadonlySet<ColumnWord> = new Set([
  'quantity',
  'price',
  'value',
  'weightBefore',
  'weightAfter',
  'target',
  'reserve',
  'stage',
])

function tradesSheet(document: PlanDocument, words: PlanWords): Sheet {
  const { snapshot, plan } = document
  return {
    name: words.sheet('trades'),
    columns: columns(
      words,
      [
        'account',
        'side',
        'symbol',
        'name',
        'quantity',
        'price',
        'currency',
        'priceDate',
        'priceSource',
        'value',
        'cashChange',
        'cost',
        'tax',
        'reason',
      ],
      ['value', 'cashChange', 'cost', 'tax'],
    ),
    rows: plan.trades.map((trade): Cell[] => {
      const holding = snapshot.holdings.find((h) => h.id === trade.holdingId)
      return [
        text(accountName(document, trade.accountId)),
        text(words.side(trade.side)),
        text(trade.symbol),
        text(trade.name),
        amount(trade.quantity),
        price(trade.price),
        text(snapshot.currency),
        day(holding?.pricedOn ?? null),
        text(holding?.priceSource && words.source(holding.priceSource)),
        money(trade.value),
        money(cents((trade.side === 'sell' ? trade.value : -trade.value) - trade.cost)),
        money(trade.cost),
        money(trade.tax),
        text(words.reasonOf(trade)),
      ]
    }),
    totalLabel: words.column('total'),
  }
}

function classesSheet({ plan: { before, after }, policy }: PlanDocument, words: PlanWords): Sheet {
  const shown = BUCKETS.filter((b) => isClass(b) || before.values[b] !== 0n || after.values[b] !== 0n)
  return {
    name: words.sheet('classes'),
    columns: columns(
      words,
      ['class', 'valueBefore', 'weightBefore', 'target', 'weightAfter', 'valueAfter', 'shift'],
      ['valueBefore', 'valueAfter', 'shift'],
    ),
    rows: shown.map((bucket) => [
      text(words.bucket(bucket)),
      money(before.values[bucket]),
      share(before.weights?.[bucket]),
      share(isClass(bucket) ? policy.target.weights[bucket] : bps(0)),
      share(after.weights?.[bucket]),
      money(after.values[bucket]),
      money(cents(after.values[bucket] - before.values[bucket])),
    ]),
    totalLabel: words.column('total'),
  }
}

const isClass = (bucket: Bucket): bucket is (typeof ASSET_CLASSES)[number] =>
  (ASSET_CLASSES as readonly Bucket[]).includes(bucket)

function cashSheet({ snapshot, policy, plan }: PlanDocument, words: PlanWords): Sheet {
  const costs = (id: string) =>
    cents(plan.trades.reduce((total, trade) => (trade.accountId === id ? total - trade.cost : total), 0n))
  return {
    name: words.sheet('cash'),
    columns: columns(
      words,
      ['account', 'cashBefore', 'flow', 'sells', 'buys', 'costs', 'cashAfter', 'reserve'],
      ['cashBefore', 'flow', 'sells', 'buys', 'costs', 'cashAfter', 'reserve'],
    ),
    rows: reconcileCash(snapshot, policy, plan).accounts.map(({ account, line }) => [
      text(account.name),
      money(line.before),
      money(line.flow),
      money(line.sells),
      money(cents(-line.buys)),
      money(costs(account.id)),
      money(line.after),
      money(line.reserve),
    ]),
    totalLabel: words.column('total'),
  }
}

function lotsSheet(document: PlanDocument, words: PlanWords): Sheet {
  return {
    name: words.sheet('lots'),
    columns: columns(words, ['account', 'symbol', 'acquired', 'quantity', 'gain', 'term'], ['gain']),
    rows: document.plan.trades.flatMap((trade) =>
      trade.lots.map((lot): Cell[] => [
        text(accountName(document, trade.accountId)),
        text(trade.symbol),
        day(lot.acquired),
        amount(lot.quantity),
        money(lot.gain),
        text(words.term(lot.term)),
      ]),
    ),
    totalLabel: words.column('total'),
  }
}

function stagesSheet(document: PlanDocument, { stages }: StagedPlan, words: PlanWords): Sheet {
  return {
    name: words.sheet('stages'),
    columns: columns(
      words,
      ['stage', 'date', 'account', 'side', 'symbol', 'quantity', 'value', 'cashChange', 'cost'],
      ['value', 'cashChange', 'cost'],
    ),
    rows: stages.flatMap(({ date, parts }, i) =>
      parts.map(({ trade, quantity, value, cost }): Cell[] => [
        count(i + 1),
        day(date),
        text(accountName(document, trade.accountId)),
        text(words.side(trade.side)),
        text(trade.symbol),
        amount(quantity),
        money(value),
        money(cents((trade.side === 'sell' ? value : -value) - cost)),
        money(cost),
      ]),
    ),
    totalLabel: words.column('total'),
  }
}
