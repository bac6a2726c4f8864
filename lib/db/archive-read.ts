import type { ArchiveContents, Json, PortfolioPart } from '@/lib/core/archive/contents'
import { decimalText } from '@/lib/core/decimal'
import { db, type Tx } from '@/lib/db/client'
import { dateFromColumn, fromColumn } from '@/lib/db/decimals'
import { Prisma } from '@/prisma/generated/client'

const alive = { deletedAt: null }
const inOrder = [{ position: 'asc' as const }, { id: 'asc' as const }]
const TIMEOUT_MS = 30_000

const contents = {
  accounts: {
    where: alive,
    orderBy: inOrder,
    include: {
      holdings: { where: alive, orderBy: inOrder, include: { lots: { orderBy: { id: 'asc' as const } } } },
    },
  },
  adoptions: { orderBy: [{ adoptedAt: 'asc' as const }, { id: 'asc' as const }] },
  accountLinks: {
    where: { account: alive },
    orderBy: [{ format: 'asc' as const }, { externalId: 'asc' as const }],
  },
} satisfies Prisma.PortfolioInclude

type Whole = Prisma.PortfolioGetPayload<{ include: typeof contents }>
type StoredAccount = Whole['accounts'][number]
type StoredHolding = StoredAccount['holdings'][number]

const text = (value: { toFixed(places: number): string }): string => decimalText(fromColumn(value))

/** Everything that is this user's and not deleted, as of one moment. */
export function readArchive(userId: string): Promise<ArchiveContents> {
  const options = { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, timeout: TIMEOUT_MS }
  return db().$transaction(async (tx): Promise<ArchiveContents> => {
    const portfolios = await tx.portfolio.findMany({
      where: { userId, ...alive },
      include: contents,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
    return {
      portfolios: portfolios.map(portfolioPart),
      plans: await plansOf(userId, tx),
      ...(await modelsOf(userId, tx)),
      ...(await settingsOf(userId, tx)),
      seriesFiles: await seriesFilesOf(userId, tx),
      ...(await pricesOf(userId, tx)),
    }
  }, options)
}

const portfolioPart = (row: Whole): PortfolioPart => ({
  id: row.id,
  name: row.name,
  baseCurrency: row.baseCurrency,
  riskLevel: row.riskLevel,
  cashCounts: row.cashCounts,
  followsRegime: row.followsRegime,
  dismissedState: row.dismissedState,
  dismissedFriday: row.dismissedFriday && dateFromColumn(row.dismissedFriday),
  accounts: row.accounts.map(accountPart),
  adoptions: row.adoptions.map(({ id, adoptedAt, origin, weights, bands, destination }) => ({
    ...{ id, adoptedAt: adoptedAt.toISOString(), destination },
    ...{ origin: origin as Json, weights: weights as Json, bands: bands as Json },
  })),
  links: row.accountLinks.map(({ format, externalId, accountId }) => ({ format, externalId, accountId })),
})

const accountPart = ({ id, name, tax, currency, cashCents, reserveCents, position, holdings }: StoredAccount) => ({
  ...{ id, name, tax, currency, position },
  cashCents: String(cashCents),
  reserveCents: String(reserveCents),
  holdings: holdings.map(holdingPart),
})

const holdingPart = ({ accountId: _, version: __, deletedAt: ___, lots, ...row }: StoredHolding) => ({
  ...row,
  quantity: text(row.quantity),
  unit: text(row.unit),
  price: row.price && text(row.price),
  pricedOn: row.pricedOn && dateFromColumn(row.pricedOn),
  lots: lots.map(({ id, quantity, unitCost, acquiredOn }) => ({
    ...{ id, quantity: text(quantity), unitCost: text(unitCost), acquiredOn: dateFromColumn(acquiredOn) },
  })),
})

async function plansOf(userId: string, tx: Tx) {
  const where = { ...alive, portfolio: { userId, ...alive } }
  const rows = await tx.plan.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, portfolioId, name, document, inputHash, approvedAt, stages, createdAt }) => ({
    ...{ id, portfolioId, name, inputHash, document: document as Json, stages: stages as Json },
    approvedAt: approvedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }))
}

async function modelsOf(userId: string, tx: Tx) {
  const classes = await tx.symbolClass.findMany({ where: { userId }, orderBy: { symbol: 'asc' } })
  const models = await tx.targetModel.findMany({
    where: { userId, ...alive },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const mappings = await tx.importMapping.findMany({ where: { userId }, orderBy: { signature: 'asc' } })
  return {
    classes: classes.map(({ symbol, name, split }) => ({ symbol, name, split: split as Json })),
    models: models.map(({ id, name, weights, createdAt }) => ({
      ...{ id, name, weights: weights as Json, createdAt: createdAt.toISOString() },
    })),
    mappings: mappings.map(({ signature, mapping, savedAt }) => ({
      ...{ signature, mapping: mapping as Json, savedAt: savedAt.toISOString() },
    })),
  }
}

/** The switches; the keys stay where they are. */
async function settingsOf(userId: string, tx: Tx) {
  const seriesSetting = await tx.seriesSetting.findUnique({
    where: { userId },
    select: { fred: true, nyFed: true, treasury: true },
  })
  const priceSetting = await tx.priceSetting.findUnique({ where: { userId }, select: { sources: true, coins: true } })
  const prices = priceSetting && { sources: priceSetting.sources, coins: priceSetting.coins as Record<string, string> }
  return { seriesSetting, priceSetting: prices }
}

async function seriesFilesOf(userId: string, tx: Tx) {
  const files = await tx.seriesFile.findMany({ where: { userId }, orderBy: [{ givenAt: 'asc' }, { id: 'asc' }] })
  const rows = await tx.$queryRaw<{ fileId: string; values: [string, string, string][] }[]>`
    SELECT o."fileId", jsonb_agg(jsonb_build_array(o.series, o.date::text, trim_scale(o.value)::text) ORDER BY o.series, o.date) AS values
    FROM "FileObservation" o JOIN "SeriesFile" f ON f.id = o."fileId"
    WHERE f."userId" = ${userId}::uuid GROUP BY o."fileId"`
  const values = new Map(rows.map((row) => [row.fileId, row.values]))
  return files.map(({ id, name, givenAt }) => ({
    ...{ id, name, givenAt: givenAt.toISOString(), values: values.get(id) ?? [] },
  }))
}

async function pricesOf(userId: string, tx: Tx) {
  const quotes = await tx.priceQuote.findMany({
    where: { userId },
    orderBy: [{ symbol: 'asc' }, { date: 'asc' }, { source: 'asc' }],
  })
  const rates = await tx.fxRate.findMany({
    where: { userId },
    orderBy: [{ currency: 'asc' }, { quote: 'asc' }, { date: 'asc' }, { source: 'asc' }],
  })
  return {
    quotes: quotes.map(({ userId: _, date, price, fetchedAt, ...row }) => ({
      ...{ ...row, date: dateFromColumn(date), price: text(price), fetchedAt: fetchedAt.toISOString() },
    })),
    rates: rates.map(({ userId: _, date, rate, fetchedAt, ...row }) => ({
      ...{ ...row, date: dateFromColumn(date), rate: text(rate), fetchedAt: fetchedAt.toISOString() },
    })),
  }
}
