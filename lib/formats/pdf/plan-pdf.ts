import type { Column, Content } from 'pdfmake/interfaces'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { StagedPlan } from '@/lib/core/stages'
import { type Face, MUTED, placed, written } from '@/lib/formats/pdf/faces'
import { makePdf, type Paper } from '@/lib/formats/pdf/make-pdf'
import type { PlanPdfWords } from '@/lib/formats/pdf/plan-words'
import type { Block, PrintedPlan } from '@/lib/formats/pdf/printed'
import { printedPlan } from '@/lib/formats/pdf/printed-plan'
import { writeTable } from '@/lib/formats/pdf/write-table'

const FOOT: [number, number, number, number] = [51, 16, 51, 0]

export interface Printing {
  faces: readonly Face[]
  paper: Paper
  made: Date
}

/** A saved plan on paper. */
export function planPdf(
  document: PlanDocument,
  staged: StagedPlan | null,
  words: PlanPdfWords,
  { faces, paper, made }: Printing,
): Promise<Uint8Array> {
  const plan = printedPlan(document, staged, words)
  const content = [
    written(plan.title, faces, { bold: true, fontSize: 16 }),
    written(plan.saved, faces, MUTED),
    placed(written(plan.summary, faces, { bold: true, fontSize: 11 }), { margin: [0, 8, 0, 0] }),
    ...plan.parts.flatMap(({ title, blocks }) => [
      placed(written(title, faces, { bold: true, fontSize: 12 }), { margin: [0, 14, 0, 4], headlineLevel: 1 }),
      ...blocks.map((block) => writeBlock(block, faces)),
    ]),
    { stack: plan.notices.map((text) => written(text, faces)), margin: [0, 12, 0, 0], unbreakable: true } as Content,
  ]
  return makePdf({ content, footer: footer(plan, faces), title: plan.title, paper, made }, faces)
}

function writeBlock(block: Block, faces: readonly Face[]): Content {
  switch (block.kind) {
    case 'table':
      return writeTable(block, faces)
    case 'line':
      return written(block.line.text, faces, { ...(block.line.bold && { bold: true }), ...(block.line.muted && MUTED) })
    case 'subheading':
      return placed(written(block.text, faces, { bold: true, fontSize: 10 }), {
        ...{ margin: [0, 6, 0, 2], headlineLevel: 2 },
      })
    case 'figures':
      return figureList(block.rows, faces)
  }
}

function figureList(rows: readonly [string, string][], faces: readonly Face[]): Content {
  const body = rows.map(([name, figure]) => [
    written(name, faces),
    placed(written(figure, faces, { noWrap: true }), { alignment: 'right' }),
  ])
  return { table: { widths: ['auto', 'auto'], body }, layout: 'noBorders', margin: [0, 4, 0, 0] } as Content
}

const footer =
  ({ foot }: PrintedPlan, faces: readonly Face[]) =>
  (page: number, pages: number): Content => {
    const left = placed(written(foot, faces, MUTED), { width: '*' })
    const number = written(`${page} / ${pages}`, faces, { ...MUTED, noWrap: true })
    return placed({ columns: [left, placed(number, { width: 60, alignment: 'right' })] as Column[] }, { margin: FOOT })
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
