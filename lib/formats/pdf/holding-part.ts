import type { PlanDocument } from '@/lib/core/plan-document'
import type { PlanPdfWords } from '@/lib/formats/pdf/plan-words'
import { type Line, linesCell, type PrintedCell, type PrintedTable, textCell } from '@/lib/formats/pdf/printed'

/** Points: sources with long names are broken here. */
const SOURCE_WIDTH = 60

/** Every row that the plan was computed from, with its price, the price's date and its source. */
export function holdingTable({ snapshot }: PlanDocument, words: PlanPdfWords): PrintedTable {
  const { quantity, price, date } = words.figures
  const rows = snapshot.holdings.map((h): PrintedCell[] => {
    const own = h.quoted?.price ? ` (${h.quoted.currency})` : ''
    const name: Line[] = h.name ? [{ text: h.name, muted: true }] : []
    return [
      textCell(snapshot.accounts.find((a) => a.id === h.accountId)?.name ?? ''),
      linesCell([{ text: h.symbol }, ...name]),
      textCell(quantity(h.quantity)),
      textCell(h.price === null ? '–' : `${price(h.price)}${own}`),
      textCell(h.pricedOn ? date(h.pricedOn) : '–'),
      textCell(h.priceSource ? words.source(h.priceSource) : '–'),
    ]
  })
  const columns = [
    { title: words.column('account'), width: '*' as const },
    { title: words.column('symbol'), width: '*' as const },
    { title: words.column('quantity'), width: 'auto' as const, numeric: true },
    { title: words.column('price'), width: 'auto' as const, numeric: true },
    { title: words.column('priceDate'), width: 'auto' as const, oneLine: true },
    { title: words.column('priceSource'), width: SOURCE_WIDTH },
  ]
  return { kind: 'table', label: words.heading('holdings'), columns, rows, totals: null, small: true }
}
