import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'
import { hasUncountedCash } from '@/lib/core/base-currency'
import { decimalText } from '@/lib/core/decimal'
import type { AppliedRate, Snapshot } from '@/lib/core/portfolio'
import { tradingOf } from '@/lib/core/trading'
import { unitPrice, WHOLE } from '@/lib/core/units'
import { holdingValue } from '@/lib/core/valuation'
import type { ColumnWord, SheetWords } from '@/lib/formats/sheet-words'
import { amount, type Cell, day, money, price, type Sheet, text } from '@/lib/formats/sheets'

const COLUMNS = [
  'account',
  'symbol',
  'name',
  'class',
  'quantity',
  'price',
  'currency',
  'priceDate',
  'priceSource',
  'value',
] as const satisfies readonly ColumnWord[]
const TOLD = ['unit', 'trading'] as const satisfies readonly ColumnWord[]
const OWN = ['ownPrice', 'ownCurrency', 'rate', 'rateDate'] as const satisfies readonly ColumnWord[]
const NUMERIC: readonly ColumnWord[] = ['quantity', 'price', 'value', 'unit', 'ownPrice', 'rate']

/** Every holding of a snapshot with its price, date and source; columns of the own currency where one is in another than the snapshot's. */
export function holdingsSheet({ accounts, holdings, currency }: Snapshot, words: SheetWords): Sheet {
  const converted = holdings.some((holding) => holding.quoted)
  const shown: readonly ColumnWord[] = [...COLUMNS, ...TOLD, ...(converted ? OWN : [])]
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name ?? ''
  return {
    name: words.sheet('holdings'),
    columns: shown.map((name) => ({
      title: words.column(name),
      ...(name === 'value' && { total: true }),
      ...(NUMERIC.includes(name) && { numeric: true }),
    })),
    rows: holdings.map((holding): Cell[] => {
      const { quoted } = holding
      const own: Cell[] = quoted
        ? [price(quoted.price), text(quoted.currency), ...rateCells(quoted)]
        : [null, null, null, null]
      return [
        text(nameOf(holding.accountId)),
        text(holding.symbol),
        text(holding.name),
        text(splitText(holding.split, words)),
        amount(holding.quantity),
        price(holding.price),
        text(currency),
        day(holding.pricedOn),
        text(holding.priceSource && words.source(holding.priceSource)),
        money(holdingValue(holding)),
        amount(holding.unit),
        text(words.trading(tradingOf(holding))),
        ...(converted ? own : []),
      ]
    }),
    totalLabel: words.column('total'),
  }
}

/** Every lot that is still held. */
export function heldLotsSheet({ accounts, holdings, currency }: Snapshot, words: SheetWords): Sheet {
  const shown = ['account', 'symbol', 'acquired', 'quantity', 'unitCost', 'currency'] as const
  return {
    name: words.sheet('lots'),
    columns: shown.map((name) => ({
      title: words.column(name),
      ...((name === 'quantity' || name === 'unitCost') && { numeric: true }),
    })),
    rows: holdings.flatMap((holding) =>
      holding.lots.map((lot): Cell[] => [
        text(accounts.find((account) => account.id === holding.accountId)?.name),
        text(holding.symbol),
        day(lot.acquired),
        amount(lot.quantity),
        price(lot.unitCost),
        text(currency),
      ]),
    ),
    totalLabel: null,
  }
}

/** The accounts with their tax treatment, cash and reserve; cash that no known rate brings into the snapshot's currency has no figure in it. */
export function accountsSheet({ accounts, currency }: Snapshot, words: SheetWords): Sheet {
  const converted = accounts.some((account) => account.quoted)
  const sums: readonly ColumnWord[] = ['cash', 'reserve']
  const shown: readonly ColumnWord[] = [
    ...(['account', 'taxTreatment', 'cash', 'reserve', 'currency'] as const),
    ...(converted ? (['ownCash', 'ownCurrency', 'rate', 'rateDate'] as const) : []),
  ]
  return {
    name: words.sheet('accounts'),
    columns: shown.map((name) => ({
      title: words.column(name),
      ...(sums.includes(name) && { total: true, numeric: true }),
      ...((name === 'ownCash' || name === 'rate') && { numeric: true }),
    })),
    rows: accounts.map((account): Cell[] => {
      const { quoted } = account
      const counted = !hasUncountedCash(account)
      const own: Cell[] = quoted
        ? [money(quoted.cash), text(quoted.currency), ...rateCells(quoted)]
        : [null, null, null, null]
      return [
        text(account.name),
        text(words.tax(account.tax)),
        money(counted ? account.cash : null),
        money(counted ? account.reserve : null),
        text(currency),
        ...(converted ? own : []),
      ]
    }),
    totalLabel: words.column('total'),
  }
}

const rateCells = ({ rate, ratedOn }: AppliedRate): Cell[] => [
  price(rate === null ? null : unitPrice(rate)),
  day(ratedOn),
]

/** The book as it is: holdings, accounts and lots. */
export const bookSheets = (snapshot: Snapshot, words: SheetWords): Sheet[] => [
  holdingsSheet(snapshot, words),
  accountsSheet(snapshot, words),
  heldLotsSheet(snapshot, words),
]

/** One class by its name, several with their shares. */
function splitText(split: Weights | null, words: SheetWords): string {
  if (!split) return words.bucket('unclassified')
  const held = ASSET_CLASSES.filter((c) => split[c] !== 0)
  return held
    .map((c) => (split[c] === WHOLE ? words.bucket(c) : `${words.bucket(c)} ${decimalText(BigInt(split[c]), 2)}%`))
    .join(' + ')
}
