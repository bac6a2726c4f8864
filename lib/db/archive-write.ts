import type { ArchiveContents, Json, PlanPart, PortfolioPart } from '@/lib/core/archive/contents'
import type { ArchiveDecision, ArchiveState, ArchiveUndo } from '@/lib/core/archive/decide'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/prisma/generated/client'

/** So many rows go to the database in one statement. */
const BATCH = 5_000

/** What this user has already of what an archive, under its new ids, brings. */
export async function findArchiveState(userId: string, contents: ArchiveContents, tx: Tx): Promise<ArchiveState> {
  const ids = (rows: { id: string }[]) => ({ in: rows.map(({ id }) => id) })
  const select = { id: true, name: true, deletedAt: true }
  const portfolios = await tx.portfolio.findMany({
    where: { userId, OR: [{ deletedAt: null }, { id: ids(contents.portfolios) }] },
    select,
  })
  const models = await tx.targetModel.findMany({
    where: { userId, OR: [{ deletedAt: null }, { id: ids(contents.models) }] },
    select,
  })
  const classes = await tx.symbolClass.findMany({ where: { userId }, select: { symbol: true } })
  const mappings = await tx.importMapping.findMany({ where: { userId }, select: { signature: true } })
  const files = await tx.seriesFile.findMany({ where: { userId }, select: { name: true } })
  const shown = (rows: typeof models) => rows.filter((row) => row.deletedAt === null).map((row) => row.name)
  const stored = (rows: typeof models, wanted: { id: string }[]) => {
    const known = new Set(wanted.map(({ id }) => id))
    return rows.filter(({ id }) => known.has(id)).map(({ id, deletedAt }) => ({ id, deleted: deletedAt !== null }))
  }
  return {
    portfolioNames: shown(portfolios),
    modelNames: shown(models),
    portfolios: stored(portfolios, contents.portfolios),
    models: stored(models, contents.models),
    symbols: classes.map((row) => row.symbol),
    signatures: mappings.map((row) => row.signature),
    fileNames: files.map((row) => row.name),
    hasSeriesSetting: (await tx.seriesSetting.count({ where: { userId } })) > 0,
    hasPriceSetting: (await tx.priceSetting.count({ where: { userId } })) > 0,
  }
}

/** Stores what was decided; `at` becomes the date of its prices and rates. Only inside `changeAllPortfolios`. */
export async function writeArchive(
  userId: string,
  contents: ArchiveContents,
  decision: ArchiveDecision,
  at: Date,
  tx: Tx,
): Promise<void> {
  const acts = new Map([...decision.portfolios, ...decision.models].map((row) => [row.id, row]))
  const isNew = ({ id }: { id: string }) => acts.get(id)?.act === 'add'
  const named = <T extends { id: string; name: string }>(row: T) => ({
    ...row,
    name: acts.get(row.id)?.name ?? row.name,
  })
  const portfolios = contents.portfolios.filter(isNew).map(named)
  await restore(userId, decision, tx)
  await writePortfolios(userId, portfolios, tx)
  const ids = new Set(portfolios.map(({ id }) => id))
  await writePlans(
    contents.plans.filter((plan) => ids.has(plan.portfolioId)),
    tx,
  )
  await writeModels(userId, { ...contents, models: contents.models.filter(isNew).map(named) }, decision, tx)
  await writeSettings(userId, contents, decision, tx)
  await writeSeriesFiles(userId, contents, decision, tx)
  await writePrices(userId, contents, at, tx)
}

async function restore(userId: string, { portfolios, models }: ArchiveDecision, tx: Tx): Promise<void> {
  const gone = (rows: ArchiveDecision['models']) => rows.filter(({ act }) => act === 'restore').map(({ id }) => id)
  await tx.portfolio.updateMany({ where: { userId, id: { in: gone(portfolios) } }, data: { deletedAt: null } })
  await tx.targetModel.updateMany({ where: { userId, id: { in: gone(models) } }, data: { deletedAt: null } })
}

async function writePortfolios(userId: string, rows: PortfolioPart[], tx: Tx): Promise<void> {
  await tx.portfolio.createMany({
    data: rows.map(({ accounts: _, adoptions: __, links: ___, dismissedFriday, riskLevel, ...row }) => ({
      ...row,
      userId,
      riskLevel: riskLevel as 'balanced',
      dismissedFriday: dismissedFriday === null ? null : new Date(dismissedFriday),
    })),
  })
  await tx.account.createMany({
    data: rows.flatMap(({ id: portfolioId, accounts }) =>
      accounts.map(({ holdings: _, cashCents, reserveCents, tax, ...row }) => ({
        ...{ ...row, portfolioId, tax: tax as 'taxable' },
        cashCents: BigInt(cashCents),
        reserveCents: BigInt(reserveCents),
      })),
    ),
  })
  await tx.adoption.createMany({
    data: rows.flatMap(({ id: portfolioId, adoptions }) =>
      adoptions.map(({ origin, weights, bands, ...row }) => ({
        ...{ ...row, portfolioId, origin: stored(origin), weights: stored(weights), bands: stored(bands) },
      })),
    ),
  })
  const links = rows.flatMap(({ id: portfolioId, links }) => links.map((link) => ({ ...link, portfolioId })))
  await tx.accountLink.createMany({ data: links })
  const accounts = rows.flatMap((row) => row.accounts)
  await writeHoldings(accounts, tx)
}

async function writeHoldings(accounts: PortfolioPart['accounts'], tx: Tx): Promise<void> {
  const holdings = accounts.flatMap(({ id: accountId, holdings }) => holdings.map((row) => ({ ...row, accountId })))
  await inBatches(
    holdings.map(({ lots: _, ...row }) => row),
    (rows) => tx.$executeRaw`
    INSERT INTO "Holding" (id, "accountId", symbol, name, quantity, unit, price, currency, "pricedOn", "priceSource", locked, "noBuy", "noSell", position)
    SELECT n.id, n."accountId", n.symbol, n.name, n.quantity, n.unit, n.price, n.currency, n."pricedOn", n."priceSource", n.locked, n."noBuy", n."noSell", n.position
    FROM jsonb_to_recordset(${rows}::jsonb) AS n(id uuid, "accountId" uuid, symbol text, name text, quantity numeric, unit numeric,
      price numeric, currency text, "pricedOn" date, "priceSource" text, locked boolean, "noBuy" boolean, "noSell" boolean, position int)`,
  )
  const lots = holdings.flatMap(({ id: holdingId, lots }) => lots.map((lot) => ({ ...lot, holdingId })))
  await inBatches(
    lots,
    (rows) => tx.$executeRaw`
    INSERT INTO "Lot" (id, "holdingId", quantity, "unitCost", "acquiredOn")
    SELECT n.id, n."holdingId", n.quantity, n."unitCost", n."acquiredOn"
    FROM jsonb_to_recordset(${rows}::jsonb) AS n(id uuid, "holdingId" uuid, quantity numeric, "unitCost" numeric, "acquiredOn" date)`,
  )
}

/** One by one: documents are large. */
async function writePlans(plans: PlanPart[], tx: Tx): Promise<void> {
  for (const { document, stages, approvedAt, createdAt, ...row } of plans) {
    await tx.plan.create({
      data: {
        ...row,
        document: stored(document),
        stages: stages === null ? Prisma.DbNull : stored(stages),
        approvedAt: approvedAt === null ? null : new Date(approvedAt),
        createdAt: new Date(createdAt),
      },
      select: { id: true },
    })
  }
}

async function writeModels(
  userId: string,
  contents: ArchiveContents,
  decision: ArchiveDecision,
  tx: Tx,
): Promise<void> {
  await tx.targetModel.createMany({
    data: contents.models.map(({ weights, createdAt, ...row }) => ({
      ...{ ...row, userId, weights: stored(weights), createdAt: new Date(createdAt) },
    })),
  })
  const symbols = new Set(decision.classes.added)
  await tx.symbolClass.createMany({
    data: contents.classes
      .filter(({ symbol }) => symbols.has(symbol))
      .map(({ split, ...row }) => ({ ...row, userId, split: stored(split) })),
  })
  const signatures = new Set(decision.mappings.added)
  await tx.importMapping.createMany({
    data: contents.mappings
      .filter(({ signature }) => signatures.has(signature))
      .map(({ signature, mapping, savedAt }) => ({
        ...{ signature, userId, mapping: stored(mapping), savedAt: new Date(savedAt) },
      })),
  })
}

async function writeSettings(
  userId: string,
  contents: ArchiveContents,
  decision: ArchiveDecision,
  tx: Tx,
): Promise<void> {
  const { seriesSetting, priceSetting } = contents
  if (decision.seriesSetting && seriesSetting) await tx.seriesSetting.create({ data: { userId, ...seriesSetting } })
  if (decision.priceSetting && priceSetting) await tx.priceSetting.create({ data: { userId, ...priceSetting } })
}

async function writeSeriesFiles(
  userId: string,
  contents: ArchiveContents,
  decision: ArchiveDecision,
  tx: Tx,
): Promise<void> {
  const added = new Set(decision.seriesFiles.added.map(({ id }) => id))
  const files = contents.seriesFiles.filter(({ id }) => added.has(id))
  await tx.seriesFile.createMany({
    data: files.map(({ id, name, givenAt }) => ({ id, userId, name, givenAt: new Date(givenAt) })),
  })
  const values = files.flatMap(({ id, values }) =>
    values.map(([series, date, value]) => ({ fileId: id, series, date, value })),
  )
  await inBatches(
    values,
    (rows) => tx.$executeRaw`
    INSERT INTO "FileObservation" ("fileId", series, date, value)
    SELECT n."fileId", n.series, n.date, n.value
    FROM jsonb_to_recordset(${rows}::jsonb) AS n("fileId" uuid, series text, date date, value numeric)`,
  )
}

/** What is known already stays as it is. */
async function writePrices(userId: string, { quotes, rates }: ArchiveContents, at: Date, tx: Tx): Promise<void> {
  await inBatches(
    quotes,
    (rows) => tx.$executeRaw`
    INSERT INTO "PriceQuote" ("userId", symbol, date, source, price, currency, "fetchedAt")
    SELECT ${userId}::uuid, n.symbol, n.date, n.source, n.price, n.currency, ${at}
    FROM jsonb_to_recordset(${rows}::jsonb) AS n(symbol text, date date, source text, price numeric, currency text)
    ON CONFLICT DO NOTHING`,
  )
  await inBatches(
    rates,
    (rows) => tx.$executeRaw`
    INSERT INTO "FxRate" ("userId", currency, quote, date, source, rate, "fetchedAt")
    SELECT ${userId}::uuid, n.currency, n.quote, n.date, n.source, n.rate, ${at}
    FROM jsonb_to_recordset(${rows}::jsonb) AS n(currency text, quote text, date date, source text, rate numeric)
    ON CONFLICT DO NOTHING`,
  )
}

/** Takes back what an import brought: portfolios and models as any are deleted, the rest for good. Only inside `changeAllPortfolios`. */
export async function undoArchive(userId: string, undo: ArchiveUndo, at: Date, tx: Tx): Promise<void> {
  const deleted = { data: { deletedAt: at } }
  await tx.portfolio.updateMany({ where: { userId, id: { in: undo.portfolios }, deletedAt: null }, ...deleted })
  await tx.targetModel.updateMany({ where: { userId, id: { in: undo.models }, deletedAt: null }, ...deleted })
  // What the user has said anew since is his own.
  await tx.symbolClass.deleteMany({ where: { userId, symbol: { in: undo.classes }, version: 1 } })
  await tx.importMapping.deleteMany({ where: { userId, signature: { in: undo.mappings } } })
  await tx.seriesFile.deleteMany({ where: { userId, id: { in: undo.seriesFiles } } })
  if (undo.seriesSetting) await tx.seriesSetting.deleteMany({ where: { userId, sealedKey: null } })
  if (undo.priceSetting) await tx.priceSetting.deleteMany({ where: { userId, version: 1 } })
  const fetchedAt = new Date(undo.importedAt)
  await tx.priceQuote.deleteMany({ where: { userId, fetchedAt } })
  await tx.fxRate.deleteMany({ where: { userId, fetchedAt } })
}

const stored = (json: Json): Prisma.InputJsonValue => json as Prisma.InputJsonValue

async function inBatches<T>(rows: readonly T[], write: (json: string) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await write(JSON.stringify(rows.slice(i, i + BATCH)))
}
