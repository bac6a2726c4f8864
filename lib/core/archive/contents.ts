/**
 * Everything that a user has, row by row, as plain texts and numbers: what is in an archive. Money is whole cents as text, exact decimals are
 * texts, dates `YYYY-MM-DD`, instants ISO. There is no password, session, token or key in it.
 */
export interface ArchiveContents {
  portfolios: PortfolioPart[]
  plans: PlanPart[]
  classes: { symbol: string; name: string; split: Json }[]
  models: { id: string; name: string; weights: Json; createdAt: string }[]
  /** How the user said that files with certain titles are read. */
  mappings: { signature: string; mapping: Json; savedAt: string }[]
  /** Null where the user never chose. */
  seriesSetting: { fred: boolean; nyFed: boolean; treasury: boolean } | null
  priceSetting: { sources: string[]; coins: Record<string, string> } | null
  seriesFiles: { id: string; name: string; givenAt: string; values: [series: string, date: string, value: string][] }[]
  quotes: { symbol: string; date: string; source: string; price: string; currency: string; fetchedAt: string }[]
  rates: { currency: string; quote: string; date: string; source: string; rate: string; fetchedAt: string }[]
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface PortfolioPart {
  id: string
  name: string
  baseCurrency: string
  riskLevel: string
  cashCounts: boolean
  followsRegime: boolean
  dismissedState: string | null
  dismissedFriday: string | null
  accounts: AccountPart[]
  adoptions: AdoptionPart[]
  /** Which account an account in a broker's files is. */
  links: { format: string; externalId: string; accountId: string }[]
}

export interface AccountPart {
  id: string
  name: string
  tax: string
  currency: string
  cashCents: string
  reserveCents: string
  position: number
  holdings: HoldingPart[]
}

export interface HoldingPart {
  id: string
  symbol: string
  name: string
  quantity: string
  unit: string
  price: string | null
  currency: string
  pricedOn: string | null
  priceSource: string | null
  locked: boolean
  noBuy: boolean
  noSell: boolean
  position: number
  lots: LotPart[]
}

export interface LotPart {
  id: string
  quantity: string
  unitCost: string
  acquiredOn: string
}

export interface AdoptionPart {
  id: string
  adoptedAt: string
  origin: Json
  weights: Json
  bands: Json
  destination: string
}

export interface PlanPart {
  id: string
  portfolioId: string
  name: string
  document: Json
  inputHash: string
  approvedAt: string | null
  stages: Json
  createdAt: string
}

export const COUNTED = [
  'portfolios',
  'accounts',
  'holdings',
  'lots',
  'adoptions',
  'links',
  'plans',
  'classes',
  'models',
  'mappings',
  'seriesFiles',
  'values',
  'quotes',
  'rates',
] as const
export type ArchiveCounts = Record<(typeof COUNTED)[number], number>

/** How many rows of each kind there are. */
export function countArchive(contents: ArchiveContents): ArchiveCounts {
  const { portfolios, plans, classes, models, mappings, seriesFiles, quotes, rates } = contents
  const accounts = portfolios.flatMap((p) => p.accounts)
  const holdings = accounts.flatMap((a) => a.holdings)
  const total = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0)
  return {
    portfolios: portfolios.length,
    accounts: accounts.length,
    holdings: holdings.length,
    lots: total(holdings, (h) => h.lots.length),
    adoptions: total(portfolios, (p) => p.adoptions.length),
    links: total(portfolios, (p) => p.links.length),
    plans: plans.length,
    classes: classes.length,
    models: models.length,
    mappings: mappings.length,
    seriesFiles: seriesFiles.length,
    values: total(seriesFiles, (f) => f.values.length),
    quotes: quotes.length,
    rates: rates.length,
  }
}
