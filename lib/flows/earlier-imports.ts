import 'server-only'
import type { Tx } from '@/lib/db/client'
import { listOpenUndos, saveUndo } from '@/lib/db/positions-imports-undo'
import type { StoredUndo, Versioned } from '@/lib/flows/store-import'

/** From the version that a row had before the import that is taken back, to the one that it has now. */
type Moved = ReadonlyMap<string, { from: number; to: number }>

/**
 * Where an import was taken back, its rows are as the imports before it left them, but with new versions. Those imports learn of them, so that
 * they can be taken back in their turn.
 */
export async function tellEarlierImports(
  userId: string,
  portfolioId: string,
  { cash, changed, removed }: StoredUndo,
  tx: Tx,
): Promise<void> {
  const restored = [...cash, ...changed, ...removed]
  if (restored.length === 0) return
  // The import raised each version by one, and so did taking it back.
  const moved: Moved = new Map(restored.map(({ id, version }) => [id, { from: version - 1, to: version + 1 }]))
  for (const { id, undo } of await listOpenUndos(userId, portfolioId, tx)) {
    const told = follow(undo as StoredUndo, moved)
    if (told) await saveUndo(userId, portfolioId, id, told, tx)
  }
}

/** Null when none of the rows is among them. */
function follow(undo: StoredUndo, moved: Moved): StoredUndo | null {
  let count = 0
  const each = <T extends Versioned>(rows: T[]): T[] =>
    rows.map((row) => {
      const step = moved.get(row.id)
      if (step?.from !== row.version) return row
      count += 1
      return { ...row, version: step.to }
    })
  const { accounts, cash, added, changed } = undo
  const told = { ...undo, accounts: each(accounts), cash: each(cash), added: each(added), changed: each(changed) }
  return count > 0 ? told : null
}
