import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { Book } from '@/lib/core/book'
import { type DecidedImport, isNothing } from '@/lib/core/decide-import'
import { spelled } from '@/lib/core/decide-import/holdings'
import { mayAsk } from '@/lib/core/decide-import/symbols'
import { findSymbol } from '@/lib/core/directory'
import type { ImportDone, ImportPreview } from '@/lib/core/positions-import'
import type { IsoDate } from '@/lib/core/units'
import { findBook } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { saveImportMapping } from '@/lib/db/import-mappings'
import { changeAllPortfolios, changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'
import {
  createPositionsImport,
  findPositionsImport,
  isImportIdTaken,
  listAccountLinks,
} from '@/lib/db/positions-imports'
import { areOwn, decideOpened, type ImportRequest, previewOf, saidSymbols } from '@/lib/flows/preview-import'
import { type OpenedFile, type Progress, readImportFiles } from '@/lib/flows/read-import-files'
import { storeImport } from '@/lib/flows/store-import'

/** What is imported: the request that was previewed, under an id that the client made once. */
export interface ImportOrder extends ImportRequest {
  importId: string
  /** The portfolio's version of the preview. */
  version: number
}

/**
 * Stores what the preview said, as one transaction: all of it or nothing. When the portfolio has changed since, it is a conflict that carries a
 * new preview. The same import sent twice is stored once.
 */
export async function importPositions(
  userId: string,
  asOf: IsoDate,
  order: ImportOrder,
  at: Date,
  progress?: Progress,
): Promise<ActionResult<ImportDone, ImportPreview>> {
  const opened = await readImportFiles(userId, order.files, order.mappings, progress)
  const run = (tx: Tx) => importOpened(userId, asOf, order, opened, at, tx, progress)
  // A class holds in all of the user's portfolios, so they all change.
  const answer = (await mayClassify(userId, order, opened))
    ? await changeAllPortfolios<ImportDone, ImportPreview>(userId, run)
    : await changePortfolio<ImportDone, ImportPreview>(userId, order.portfolioId, run)
  for (const { remember } of answer.ok ? opened : []) {
    if (remember) await saveImportMapping(userId, { ...remember, savedAt: at })
  }
  return answer
}

async function mayClassify(userId: string, { choices }: ImportOrder, opened: readonly OpenedFile[]): Promise<boolean> {
  const chosen = choices.classes.map(({ symbol }) => spelled(symbol)).filter((symbol) => !findSymbol(symbol))
  const named = opened.flatMap(({ read }) => read?.holdings.filter((row) => row.class && mayAsk(row)) ?? [])
  const unknown = [...chosen, ...named.map(({ symbol }) => spelled(symbol))]
  if (unknown.length === 0) return false
  const said = await saidSymbols(userId, opened)
  return unknown.some((symbol) => !said.has(symbol))
}

async function importOpened(
  userId: string,
  asOf: IsoDate,
  order: ImportOrder,
  opened: readonly OpenedFile[],
  at: Date,
  tx: Tx,
  progress?: Progress,
): Promise<ActionResult<ImportDone, ImportPreview>> {
  const { portfolioId, importId, choices } = order
  const book = await findBook(userId, portfolioId, tx)
  if (!book) return refusal('notFound')
  const before = await findPositionsImport(userId, portfolioId, importId, tx)
  if (before) nothingChanged<ImportDone>({ importId, counts: before.counts, changes: before.changes })
  if ((await isImportIdTaken(importId, tx)) || !areOwn(book, choices)) return refusal('notFound')
  progress?.({ phase: 'decide', done: 0, of: 1 })
  const links = await listAccountLinks(userId, portfolioId, tx)
  const decided = decideOpened(opened, book, links, await saidSymbols(userId, opened, tx), asOf, choices)
  // This very change has raised the version by one.
  const seen = book.version - 1
  if (seen !== order.version) return refusal('conflict', { current: previewOf(seen, opened, decided) })
  const { counts, changes } = decided
  if (isNothing(decided.writes)) nothingChanged<ImportDone>({ importId: null, counts, changes })
  progress?.({ phase: 'store', done: 0, of: changes.add + changes.change })
  await store(userId, book, decided, { order, opened, at }, tx)
  progress?.({ phase: 'store', done: changes.add + changes.change, of: changes.add + changes.change })
  return success({ importId, counts, changes })
}

async function store(
  userId: string,
  book: Book,
  { writes, counts, changes }: DecidedImport,
  { order, opened, at }: { order: ImportOrder; opened: readonly OpenedFile[]; at: Date },
  tx: Tx,
): Promise<void> {
  const undo = await storeImport(userId, book, writes, tx)
  const files = opened.map(({ shown: { name, format }, hash }) => ({ name, format, hash }))
  const row = { id: order.importId, importedAt: at, files, counts, changes, undo }
  await createPositionsImport(userId, book.portfolioId, row, tx)
}
