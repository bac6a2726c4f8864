import type { Trade } from '@/lib/core/plan'
import type { Bps, Cents, IsoDate, Quantity, UnitPrice } from '@/lib/core/units'
import type { PlanWords } from '@/lib/formats/plan-xlsx'

/** How figures are written in the reader's language. Money and prices carry the sign of their currency. */
export interface Figures {
  money: (value: Cents) => string
  price: (value: UnitPrice) => string
  quantity: (value: Quantity) => string
  share: (value: Bps) => string
  date: (value: IsoDate) => string
}

/** The titles of the parts. */
export type PdfHeading =
  | 'classes'
  | 'trades'
  | 'cash'
  | 'lots'
  | 'stages'
  | 'proof'
  | 'inputs'
  | 'holdings'
  | 'warnings'

/** The words of a printed plan in one language. */
export interface PlanPdfWords extends PlanWords {
  figures: Figures
  title: string
  /** When it was saved and for which day it was computed; when this file was made. */
  saved: string
  made: string
  /** The plan in one sentence. */
  summary: string
  heading: (name: PdfHeading) => string
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
