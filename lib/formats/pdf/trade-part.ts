import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { PlanPdfWords } from '@/lib/formats/pdf/plan-words'
import {
  type Block,
  type Line,
  line,
  linesCell,
  type PrintedCell,
  type PrintedTable,
  textCell,
} from '@/lib/formats/pdf/printed'

/** The trades of each account with a box to tick, their reason, and the price with its date and source. */
export function tradeBlocks(document: PlanDocument, words: PlanPdfWords): Block[] {
  const { snapshot, plan } = document
  const blocks = snapshot.accounts.flatMap((account): Block[] => {
    const own = plan.trades.filter((t) => t.accountId === account.id)
    if (own.length === 0) return []
    return [{ kind: 'subheading', text: account.name }, tradeTable(document, own, account.name, words)]
  })
  return blocks.length === 0 ? [] : [line(words.tradesHint, { muted: true }), ...blocks]
}

function tradeTable(document: PlanDocument, own: readonly Trade[], label: string, words: PlanPdfWords): PrintedTable {
  const costly = document.plan.costs !== 0n
  const titles = ['quantity', 'price', 'value', ...(costly ? (['cost'] as const) : []), 'tax'] as const
  const numbers = titles.map((title) => ({ title: words.column(title), numeric: true, width: 'auto' as const }))
  const columns = [{ title: '', width: 10 }, { title: words.column('symbol'), width: '*' as const }, ...numbers]
  const rows = own.map((trade) => tradeRow(document, trade, costly, words))
  return { kind: 'table', label, columns, rows, totals: null }
}

/** Nothing is estimated for a purchase, or in an account without tax on gains. */
function taxOf({ snapshot }: PlanDocument, trade: Trade, words: PlanPdfWords): string {
  const taxed = snapshot.accounts.find((a) => a.id === trade.accountId)?.tax === 'taxable'
  if (trade.side === 'buy' || !taxed) return '–'
  return trade.tax === null ? words.taxUnknown : words.figures.money(trade.tax)
}

function tradeRow(document: PlanDocument, trade: Trade, costly: boolean, words: PlanPdfWords): PrintedCell[] {
  const { money, price, quantity } = words.figures
  const name: Line[] = trade.name ? [{ text: trade.name }] : []
  return [
    { kind: 'box' },
    linesCell([
      { text: `${words.side(trade.side)} ${trade.symbol}`, bold: true },
      ...name,
      { text: words.reasonOf(trade), muted: true },
    ]),
    textCell(quantity(trade.quantity)),
    linesCell([{ text: price(trade.price) }, ...underPrice(document, trade, words)]),
    textCell(money(trade.value), { bold: true }),
    ...(costly ? [textCell(money(trade.cost))] : []),
    textCell(taxOf(document, trade, words)),
  ]
}

/** The price as it was quoted, of which day, and from where. */
function underPrice({ snapshot }: PlanDocument, trade: Trade, words: PlanPdfWords): Line[] {
  const holding = snapshot.holdings.find((h) => h.id === trade.holdingId)
  return [
    words.quoted(trade),
    holding?.pricedOn ? words.figures.date(holding.pricedOn) : null,
    holding?.priceSource ? words.source(holding.priceSource) : null,
  ].flatMap((text) => (text === null ? [] : [{ text, muted: true }]))
}
