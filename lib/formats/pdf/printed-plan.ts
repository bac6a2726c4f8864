import type { PlanDocument } from '@/lib/core/plan-document'
import type { StagedPlan } from '@/lib/core/stages'
import { classBlocks } from '@/lib/formats/pdf/class-part'
import { holdingTable } from '@/lib/formats/pdf/holding-part'
import type { PdfHeading, PlanPdfWords } from '@/lib/formats/pdf/plan-words'
import { type Block, line, type PrintedPlan } from '@/lib/formats/pdf/printed'
import { sheetBlocks } from '@/lib/formats/pdf/sheet-part'
import { tradeBlocks } from '@/lib/formats/pdf/trade-part'
import { planSheets } from '@/lib/formats/plan-xlsx'
import type { Sheet } from '@/lib/formats/sheets'

/** What a saved plan says on paper: answer, bars, trades with boxes to tick, cash, lots, stages, proof, all inputs with their dates, the notice. */
export function printedPlan(document: PlanDocument, staged: StagedPlan | null, words: PlanPdfWords): PrintedPlan {
  const sheets = new Map(planSheets(document, staged, words).map((sheet) => [sheet.name, sheet]))
  const sheet = (name: 'cash' | 'lots' | 'stages' | 'inputs') => sheets.get(words.sheet(name))
  const blocksOf = (name: 'cash' | 'lots' | 'stages') => sheetBlocks(sheet(name), words.heading(name), words.figures)
  const inputs = sheetBlocks(withoutTold(sheet('inputs'), words), words.heading('inputs'), words.figures)
  const parts: [PdfHeading, Block[]][] = [
    ['warnings', words.warnings.map((text) => line(text))],
    ['classes', classBlocks(document, words)],
    ['trades', tradeBlocks(document, words)],
    ['cash', blocksOf('cash')],
    ['lots', blocksOf('lots')],
    ['stages', blocksOf('stages')],
    ['proof', proofBlocks(words)],
    ['inputs', inputs],
    ['holdings', [holdingTable(document, words)]],
  ]
  const { title, saved, made, summary, notices } = words
  return {
    ...{ title, saved, summary, notices, foot: `${title} · ${made}` },
    parts: parts
      .filter(([, blocks]) => blocks.length > 0)
      .map(([name, blocks]) => ({ title: words.heading(name), blocks })),
  }
}

/** The inputs without what the page says elsewhere. */
function withoutTold(sheet: Sheet | undefined, words: PlanPdfWords): Sheet | undefined {
  const told = new Set(
    (['notice', 'digits', 'objective', 'bound', 'certified'] as const).map((name) => words.input(name)),
  )
  const rows = sheet?.rows.filter(([label]) => label?.kind !== 'text' || !told.has(label.value))
  return sheet && { ...sheet, rows: rows ?? [] }
}

const proofBlocks = ({ proof, proofFigures }: PlanPdfWords): Block[] => [
  ...proof.map((text) => line(text)),
  ...(proofFigures.length > 0 ? [{ kind: 'figures' as const, rows: proofFigures }] : []),
]
