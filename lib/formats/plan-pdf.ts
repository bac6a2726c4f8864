import type { Column, Content, TableCell } from 'pdfmake/interfaces'
import type { Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { StagedPlan } from '@/lib/core/stages'
import { bps, type Cents } from '@/lib/core/units'
import { BUCKETS, type Bucket } from '@/lib/core/valuation'
import { barScale, classBars } from '@/lib/formats/pdf/class-bars'
import { type Face, type Look, written } from '@/lib/formats/pdf/faces'
import { BODY_SIZE, makePdf, type Paper } from '@/lib/formats/pdf/make-pdf'
import {
  type Figures,
  headCell,
  numberCell,
  type Pen,
  placed,
  ruled,
  sheetTable,
  textCell,
} from '@/lib/formats/pdf/tables'
import { type PlanWords, planSheets } from '@/lib/formats/plan-xlsx'
import type { Sheet } from '@/lib/formats/sheets'

export const PDF_HEADINGS = [
  'classes',
  'trades',
  'cash',
  'lots',
  'stages',
  'proof',
  'inputs',
  'holdings',
  'warnings',
] as const

/** The words of a printed plan in one language. */
export interface PlanPdfWords extends PlanWords {
  figures: Figures
  title: string
  /** When it was saved and for which day it was computed; when this file was made. */
  saved: string
  made: string
  /** The plan in one sentence. */
  summary: string
  heading: (name: (typeof PDF_HEADINGS)[number]) => string
  tradesHint: string
  taxUnknown: string
  /** A change of money with its sign. */
  change: (value: Cents) => string
  /** Names the marks of the bars. */
  barsHint: string
  /** How good the plan is and how that is known, and the figures of it. */
  proof: string[]
  proofFigures: [string, string][]
  warnings: string[]
  /** The price as it is quoted in another currency; null where it stands in the plan's. */
  quoted: (trade: Trade) => string | null
  notices: string[]
}

export interface Printing {
  faces: readonly Face[]
  paper: Paper
  made: Date
}

/** A saved plan on paper: answer, bars, trades with boxes to tick, cash, lots, stages, proof, all inputs with their dates, the notice. */
export function planPdf(
  document: PlanDocument,
  staged: StagedPlan | null,
  words: PlanPdfWords,
  { faces, paper, made }: Printing,
): Promise<Uint8Array> {
  const pen = { faces, figures: words.figures }
  const sheets = new Map(planSheets(document, staged, words).map((sheet) => [sheet.name, sheet]))
  const sheet = (name: 'cash' | 'lots' | 'stages' | 'inputs'): Sheet | undefined => sheets.get(words.sheet(name))
  const content = [
    written(words.title, faces, { bold: true, fontSize: 16 }),
    written(words.saved, faces, MUTED),
    placed(written(words.summary, faces, { bold: true, fontSize: 11 }), { margin: [0, 8, 0, 0] }),
    ...section(
      words.heading('warnings'),
      words.warnings.map((line) => written(line, faces)),
      pen,
    ),
    ...section(
      words.heading('classes'),
      [classTable(document, words, pen), written(words.barsHint, faces, MUTED)],
      pen,
    ),
    ...section(words.heading('trades'), trades(document, words, pen), pen),
    ...section(words.heading('cash'), tableOf(sheet('cash'), pen), pen),
    ...section(words.heading('lots'), tableOf(sheet('lots'), pen), pen),
    ...section(words.heading('stages'), tableOf(sheet('stages'), pen), pen),
    ...section(words.heading('proof'), proof(words, pen), pen),
    ...section(words.heading('inputs'), tableOf(withoutTold(sheet('inputs'), words), pen), pen),
    ...section(words.heading('holdings'), [holdings(document, words, pen)], pen),
    { stack: words.notices.map((line) => written(line, faces)), margin: [0, 12, 0, 0], unbreakable: true } as Content,
  ]
  return makePdf({ content, footer: footer(words, pen), title: words.title, paper, made }, faces)
}

/** Every text of a plan that someone typed or a source named, and the sentences made of them: what the faces must have. */
export const textsOf = ({ snapshot, adoption }: PlanDocument, words: PlanPdfWords): string[] => [
  words.title,
  words.summary,
  ...words.warnings,
  ...snapshot.accounts.map((a) => a.name),
  ...snapshot.holdings.flatMap((h) => [h.symbol, h.name, h.priceSource ?? '']),
  ...(adoption.origin.kind === 'custom' ? [adoption.origin.name] : []),
]

const MUTED: Look = { color: '#555', fontSize: 8 }
const HEADING_SIZE = 12
const FOOT: [number, number, number, number] = [51, 16, 51, 0]

function section(title: string, body: Content[], { faces }: Pen): Content[] {
  if (body.length === 0) return []
  const heading = written(title, faces, { bold: true, fontSize: HEADING_SIZE })
  return [placed(heading, { margin: [0, 14, 0, 4], headlineLevel: 1 }), ...body]
}

/** The inputs without what the page says elsewhere. */
function withoutTold(sheet: Sheet | undefined, words: PlanPdfWords): Sheet | undefined {
  const told = new Set(
    (['notice', 'digits', 'objective', 'bound', 'certified'] as const).map((name) => words.input(name)),
  )
  const rows = sheet?.rows.filter(([label]) => label?.kind !== 'text' || !told.has(label.value))
  return sheet && { ...sheet, rows: rows ?? [] }
}

const tableOf = (sheet: Sheet | undefined, pen: Pen): Content[] =>
  sheet && sheet.rows.length > 0 ? [sheetTable(sheet, pen)] : []

const footer =
  (words: PlanPdfWords, { faces }: Pen) =>
  (page: number, pages: number): Content => {
    const left = placed(written(`${words.title} · ${words.made}`, faces, MUTED), { width: '*' })
    const number = written(`${page} / ${pages}`, faces, { ...MUTED, noWrap: true })
    return placed({ columns: [left, placed(number, { width: 60, alignment: 'right' })] as Column[] }, { margin: FOOT })
  }

const isClass = (document: PlanDocument, bucket: Bucket): bucket is keyof PlanDocument['policy']['target']['weights'] =>
  bucket in document.policy.target.weights

function classTable(document: PlanDocument, words: PlanPdfWords, pen: Pen): Content {
  const { before, after } = document.plan
  const buckets = BUCKETS.filter((b) => isClass(document, b) || before.values[b] !== 0n || after.values[b] !== 0n)
  const weight = (of: typeof before, b: Bucket) => of.weights?.[b] ?? bps(0)
  const target = (b: Bucket) => (isClass(document, b) ? document.policy.target.weights[b] : null)
  const scale = barScale(buckets.flatMap((b) => [weight(before, b), weight(after, b), target(b) ?? 0]))
  const { share } = words.figures
  const titles = ['class', 'weightBefore', 'weightAfter', 'target', 'shift'] as const
  const [name = '', ...rest] = titles.map((title) => words.column(title))
  const head = [headCell(name, pen), headCell('', pen), ...rest.map((title) => headCell(title, pen, true))]
  const rows = buckets.map((b): TableCell[] => {
    const aim = target(b)
    const shift = (after.values[b] - before.values[b]) as typeof before.total
    return [
      textCell(words.bucket(b), pen),
      { svg: classBars(weight(before, b), weight(after, b), aim, scale) },
      ...[share(weight(before, b)), share(weight(after, b)), aim === null ? '–' : share(aim), words.change(shift)].map(
        (text) => numberCell(text, pen),
      ),
    ]
  })
  return ruled(['*', 150, 'auto', 'auto', 'auto', 'auto'], head, rows)
}

/** As SVG: a canvas is not moved along with an unbroken row. */
const BOX: Content = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="11"><rect x="0.5" y="1.5" width="8.5" height="8.5" fill="none" stroke="#111" stroke-width="0.8"/></svg>',
}

function trades(document: PlanDocument, words: PlanPdfWords, pen: Pen): Content[] {
  const { snapshot, plan } = document
  const blocks = snapshot.accounts.flatMap((account): Content[] => {
    const own = plan.trades.filter((t) => t.accountId === account.id)
    if (own.length === 0) return []
    const name = written(account.name, pen.faces, { bold: true, fontSize: 10 })
    return [placed(name, { margin: [0, 6, 0, 2], headlineLevel: 2 }), tradeTable(document, own, words, pen)]
  })
  return blocks.length === 0 ? [] : [written(words.tradesHint, pen.faces, MUTED), ...blocks]
}

function tradeTable(document: PlanDocument, own: readonly Trade[], words: PlanPdfWords, pen: Pen): Content {
  const costly = document.plan.costs !== 0n
  const titles = ['quantity', 'price', 'value', ...(costly ? (['cost'] as const) : []), 'tax'] as const
  const head = [
    headCell('', pen),
    headCell(words.column('symbol'), pen),
    ...titles.map((t) => headCell(words.column(t), pen, true)),
  ]
  const rows = own.map((trade) => tradeRow(document, trade, costly, words, pen))
  return ruled([10, '*', ...titles.map(() => 'auto')], head, rows)
}

/** Nothing is estimated for a purchase, or in an account without tax on gains. */
function taxOf({ snapshot }: PlanDocument, trade: Trade, words: PlanPdfWords): string {
  const taxed = snapshot.accounts.find((a) => a.id === trade.accountId)?.tax === 'taxable'
  if (trade.side === 'buy' || !taxed) return '–'
  return trade.tax === null ? words.taxUnknown : words.figures.money(trade.tax)
}

/** One row: it stays whole on a page, with its reason. */
function tradeRow(document: PlanDocument, trade: Trade, costly: boolean, words: PlanPdfWords, pen: Pen): TableCell[] {
  const { money, price, quantity } = words.figures
  const holding = document.snapshot.holdings.find((h) => h.id === trade.holdingId)
  const below = [
    words.quoted(trade),
    holding?.pricedOn ? words.figures.date(holding.pricedOn) : null,
    holding?.priceSource ? words.source(holding.priceSource) : null,
  ].filter((line) => line !== null)
  const what: Content[] = [
    written(`${words.side(trade.side)} ${trade.symbol}`, pen.faces, { bold: true }),
    ...(trade.name ? [written(trade.name, pen.faces)] : []),
    written(words.reasonOf(trade), pen.faces, MUTED),
  ]
  return [
    BOX as TableCell,
    { stack: what },
    numberCell(quantity(trade.quantity), pen),
    {
      stack: [
        numberCell(price(trade.price), pen) as Content,
        ...below.map((line) => numberCell(line, pen, MUTED) as Content),
      ],
    },
    numberCell(money(trade.value), pen, { bold: true }),
    ...(costly ? [numberCell(money(trade.cost), pen)] : []),
    numberCell(taxOf(document, trade, words), pen),
  ]
}

function proof(words: PlanPdfWords, pen: Pen): Content[] {
  const figures = words.proofFigures.map(([name, value]): TableCell[] => [textCell(name, pen), numberCell(value, pen)])
  return [
    ...words.proof.map((line) => written(line, pen.faces)),
    ...(figures.length > 0
      ? [{ table: { widths: ['auto', 'auto'], body: figures }, layout: 'noBorders', margin: [0, 4, 0, 0] } as Content]
      : []),
  ]
}

/** Every row that the plan was computed from, with its price, the price's date and its source. */
function holdings({ snapshot }: PlanDocument, words: PlanPdfWords, pen: Pen): Content {
  const small = { fontSize: BODY_SIZE - 1 }
  const names = ['account', 'symbol', 'quantity', 'price', 'priceDate', 'priceSource'] as const
  const head = names.map((name) => headCell(words.column(name), pen, name === 'quantity' || name === 'price'))
  const rows = snapshot.holdings.map((h): TableCell[] => {
    const own = h.quoted?.price ? ` (${h.quoted.currency})` : ''
    return [
      textCell(snapshot.accounts.find((a) => a.id === h.accountId)?.name ?? '', pen, small),
      {
        stack: [
          textCell(h.symbol, pen, small) as Content,
          ...(h.name ? [textCell(h.name, pen, MUTED) as Content] : []),
        ],
      },
      numberCell(words.figures.quantity(h.quantity), pen, small),
      numberCell(h.price === null ? '–' : `${words.figures.price(h.price)}${own}`, pen, small),
      textCell(h.pricedOn ? words.figures.date(h.pricedOn) : '–', pen, { ...small, noWrap: true }),
      textCell(h.priceSource ? words.source(h.priceSource) : '–', pen, small),
    ]
  })
  return ruled(['*', '*', 'auto', 'auto', 'auto', 60], head, rows)
}
