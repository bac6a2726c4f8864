import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { Book } from '@/lib/core/book'
import { findSymbol } from '@/lib/core/directory'
import { decidePaste, type PastedLine, type PasteRow, type PasteWrite } from '@/lib/core/pasted-holdings'
import type { IsoDate } from '@/lib/core/units'
import { findBook } from '@/lib/db/book'
import type { Tx } from '@/lib/db/client'
import { createHoldings, saveHoldings } from '@/lib/db/holding-imports'
import { changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'
import { listSaidSymbols } from '@/lib/db/symbol-classes'
import { usualUnit } from '@/lib/flows/add-holding'
import { type ImportUndo, undoOf } from '@/lib/flows/undo-import'
import type { ColumnRole } from '@/lib/formats/paste-limits'
import { type Block, readBlock } from '@/lib/formats/pasted-block'

export interface Paste {
  portfolioId: string
  text: string
  /** Where lines go that name no account. */
  accountId: string | null
  /** What the user changed of the reading; null leaves it to the guess. */
  roles: ColumnRole[] | null
  header: boolean | null
}

/** How a pasted block was read and what an import of it would do. Nothing of it is stored. */
export interface PastePreview {
  /** The portfolio's version that it was computed from: an import names it. */
  version: number
  roles: ColumnRole[]
  header: boolean
  titles: string[]
  /** The first lines as they were pasted, for the choice of columns. */
  sample: string[][]
  rows: PasteRow[]
}

export interface Imported {
  added: number
  updated: number
  /** Symbols that were added and that neither the user nor the directory has a class for. */
  unclassified: string[]
  undo: ImportUndo
}

const SAMPLE_LINES = 3

/** Reads a pasted block and says what would become of every line. */
export async function previewPaste(userId: string, asOf: IsoDate, paste: Paste): Promise<ActionResult<PastePreview>> {
  const book = await findBook(userId, paste.portfolioId)
  if (!book) return refusal('notFound')
  const read = decide(book, asOf, paste)
  return read.ok ? success(previewOf(book.version, read)) : refusal('invalid', { fields: { text: read.key } })
}

/**
 * Stores what the preview said, as one transaction: all of it or nothing. When the portfolio has changed since, it is a conflict that
 * carries a new preview. The same import sent twice stores nothing the second time.
 */
export async function importPaste(
  userId: string,
  asOf: IsoDate,
  paste: Paste & { version: number },
): Promise<ActionResult<Imported, PastePreview>> {
  return changePortfolio<Imported, PastePreview>(userId, paste.portfolioId, async (tx) => {
    const book = await findBook(userId, paste.portfolioId, tx)
    if (!book) return refusal('notFound')
    const read = decide(book, asOf, paste)
    if (!read.ok) return refusal('invalid', { fields: { text: read.key } })
    // This very change has raised the version by one.
    const seen = book.version - 1
    if (seen !== paste.version) return refusal('conflict', { current: previewOf(seen, read) })
    if (read.writes.length === 0) nothingChanged(nothingImported)
    return success(await store(userId, book, read.writes, tx))
  })
}

const nothingImported: Imported = { added: 0, updated: 0, unclassified: [], undo: { added: [], updated: [] } }

type Decided = { ok: true; block: Block; rows: PasteRow[]; writes: PasteWrite[] } | { ok: false; key: string }

function decide(book: Book, asOf: IsoDate, paste: Paste): Decided {
  const names = book.accounts.map((account) => account.name)
  const read = readBlock(paste.text, names, { roles: paste.roles, header: paste.header })
  if (!read.ok) return { ok: false, key: `holdings.paste.problem.${read.problem}` }
  const lines = pastedLines(read.block)
  return { ok: true, block: read.block, ...decidePaste(lines, book, { accountId: paste.accountId, asOf }) }
}

function pastedLines({ roles, lines }: Block): PastedLine[] {
  const at = (role: ColumnRole): number => roles.indexOf(role)
  const cell = (cells: string[], role: ColumnRole): string => cells[at(role)] ?? ''
  return lines.map(({ line, cells }) => ({
    line,
    account: at('account') < 0 ? null : cell(cells, 'account'),
    symbol: cell(cells, 'symbol'),
    name: cell(cells, 'name'),
    quantity: at('quantity') < 0 ? null : cell(cells, 'quantity'),
    price: cell(cells, 'price'),
    pricedOn: cell(cells, 'pricedOn'),
  }))
}

function previewOf(version: number, { block, rows }: Extract<Decided, { ok: true }>): PastePreview {
  const { roles, header, titles } = block
  return { version, roles, header, titles, sample: block.lines.slice(0, SAMPLE_LINES).map((l) => l.cells), rows }
}

async function store(userId: string, book: Book, writes: PasteWrite[], tx: Tx): Promise<Imported> {
  const added = writes.flatMap((write) =>
    write.kind === 'add' ? [{ ...write, id: crypto.randomUUID(), unit: usualUnit(write.symbol) }] : [],
  )
  const updated = writes.flatMap((write) => (write.kind === 'update' ? [write] : []))
  const saves = updated.map(({ row, values }) => ({ id: row.id, version: row.version, values }))
  if (added.length > 0) await createHoldings(userId, book.portfolioId, added, tx)
  const saved = saves.length > 0 ? await saveHoldings(userId, book.portfolioId, saves, tx) : 0
  // The portfolio's row is locked and the book was read behind that lock: a miss can only be a bug, and must store nothing.
  if (saved !== saves.length) throw new Error('An import met a row that changed under its lock.')
  const unclassified = await withoutClass(userId, added, tx)
  return { added: added.length, updated: updated.length, unclassified, undo: undoOf(added, updated) }
}

async function withoutClass(userId: string, added: readonly { symbol: string }[], tx: Tx): Promise<string[]> {
  const unknown = [...new Set(added.map((row) => row.symbol))].filter((symbol) => findSymbol(symbol) === null)
  const said = unknown.length > 0 ? await listSaidSymbols(userId, unknown, tx) : []
  return unknown.filter((symbol) => !said.includes(symbol))
}
