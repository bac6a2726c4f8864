import type { Overview } from '@/lib/core/overview'
import type { Snapshot } from '@/lib/core/portfolio'
import type { Adoption } from '@/lib/core/targets'
import type { PortfolioSummary } from '@/lib/db/portfolios'

/** What every part of the overview is given. */
export interface View {
  portfolio: PortfolioSummary
  snapshot: Snapshot
  overview: Overview
  adoption: Adoption | null
}

/** Wide screens show the table, narrow ones a card for each class. */
export const WIDE_ONLY = 'max-md:hidden'
export const NARROW_ONLY = 'md:hidden'
