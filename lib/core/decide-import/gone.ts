import type { Book, HoldingRow } from '@/lib/core/book'
import type { Place } from '@/lib/core/decide-import/accounts'
import type { ReadFile } from '@/lib/core/decide-import/read-file'

const WORD = /[\p{L}\p{N}.^$/-]+/gu

/**
 * Holdings of the accounts that the files are of, which no row names. What a row names that could not be read is not gone, neither is a
 * security of which nothing was held.
 */
export function goneFrom(
  book: Pick<Book, 'holdings'>,
  files: readonly (ReadFile | null)[],
  places: readonly Place[],
  seen: ReadonlySet<string>,
): HoldingRow[] {
  const filesOf = new Map<string, Set<number>>()
  for (const { target, existing, file } of places) {
    if (existing === null || target === null) continue
    filesOf.set(target, (filesOf.get(target) ?? new Set()).add(file))
  }
  const doubtful = files.map(
    (file) => new Set(file?.rejected.flatMap(({ text }) => text.toUpperCase().match(WORD) ?? [])),
  )
  return book.holdings.filter((row) => {
    const from = filesOf.get(row.accountId)
    if (!from || row.quantity === 0n || seen.has(holdingKey(row.accountId, row.symbol))) return false
    return ![...from].some((file) => doubtful[file]?.has(row.symbol))
  })
}

/** A holding's account and symbol as a key. */
export const holdingKey = (target: string, symbol: string): string => `${target}\n${symbol}`
