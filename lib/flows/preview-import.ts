import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { Book } from '@/lib/core/book'
import { type DecidedImport, decideImport } from '@/lib/core/decide-import'
import type { Link } from '@/lib/core/decide-import/accounts'
import { spelled } from '@/lib/core/decide-import/holdings'
import { mayAsk } from '@/lib/core/decide-import/symbols'
import type { ImportChoices, ImportPreview, Mapping } from '@/lib/core/positions-import'
import type { IsoDate } from '@/lib/core/units'
import { findBook } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { listAccountLinks } from '@/lib/db/positions-imports'
import { listSaidSymbols } from '@/lib/db/symbol-classes'
import { type GivenFile, type OpenedFile, type Progress, readImportFiles } from '@/lib/flows/read-import-files'

/** Positions files with what the user has decided about them so far. */
export interface ImportRequest {
  portfolioId: string
  files: GivenFile[]
  choices: ImportChoices
  /** By the file's place in the list. */
  mappings: ReadonlyMap<number, Mapping>
}

/** Says what an import of files would do. Nothing is stored. */
export async function previewImport(
  userId: string,
  asOf: IsoDate,
  request: ImportRequest,
  progress?: Progress,
): Promise<ActionResult<ImportPreview>> {
  const { portfolioId, choices } = request
  const book = await findBook(userId, portfolioId)
  if (!book || !areOwn(book, choices)) return refusal('notFound')
  const opened = await readImportFiles(userId, request.files, request.mappings, progress)
  const links = await listAccountLinks(userId, portfolioId)
  progress?.({ phase: 'decide', done: 0, of: 1 })
  const decided = decideOpened(opened, book, links, await saidSymbols(userId, opened), asOf, choices)
  progress?.({ phase: 'decide', done: 1, of: 1 })
  return success(previewOf(book.version, opened, decided))
}

/** True when every account and every holding that the choices name is one of this book. */
export function areOwn(book: Pick<Book, 'accounts' | 'holdings'>, choices: ImportChoices): boolean {
  const accounts = new Set(book.accounts.map(({ id }) => id))
  const holdings = new Set(book.holdings.map(({ id }) => id))
  const named = choices.accounts.every(({ to }) => to.kind !== 'existing' || accounts.has(to.accountId))
  return named && choices.remove.every((id) => holdings.has(id))
}

/** Of the symbols in the files that a class may be asked of, those that the user has said one of. */
export async function saidSymbols(userId: string, opened: readonly OpenedFile[], tx?: Tx): Promise<Set<string>> {
  const asked = opened.flatMap(({ read }) => read?.holdings.filter(mayAsk) ?? [])
  const symbols = [...new Set(asked.map(({ symbol }) => spelled(symbol)))]
  return new Set(symbols.length === 0 ? [] : await listSaidSymbols(userId, symbols, tx))
}

export const decideOpened = (
  opened: readonly OpenedFile[],
  book: Book,
  links: readonly Link[],
  said: ReadonlySet<string>,
  asOf: IsoDate,
  choices: ImportChoices,
): DecidedImport =>
  decideImport(
    opened.map(({ read }) => read),
    { book, links, said, asOf },
    choices,
  )

export function previewOf(version: number, opened: readonly OpenedFile[], decided: DecidedImport): ImportPreview {
  const { writes: _, ...shown } = decided
  return { version, files: opened.map((file) => file.shown), ...shown }
}
