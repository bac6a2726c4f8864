import { type AssetClass, entirely, isWhole, sameWeights, type Weights, weights } from '@/lib/core/asset-class'
import { type HoldingGroup, spelled } from '@/lib/core/decide-import/holdings'
import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { findSymbol } from '@/lib/core/directory'
import { oneLine } from '@/lib/core/field-reading'
import type { ImportChoices, UnknownSymbol } from '@/lib/core/positions-import'

/**
 * The symbols of the holdings that no class is known of, with what the file or the user says of it. What our own file says otherwise than the
 * directory was somebody's answer, and counts as one that is not known here.
 */
export function unknownSymbols(
  groups: readonly HoldingGroup[],
  said: ReadonlySet<string>,
  choices: ImportChoices['classes'],
): UnknownSymbol[] {
  const chosen = new Map(choices.map(({ symbol, split }) => [spelled(symbol), split]))
  const found = new Map<string, UnknownSymbol>()
  for (const { symbol, stored, items } of groups) {
    const asks = findSymbol(symbol) ? items.some(({ read }) => mayAsk(read)) : !stored?.split
    if (said.has(symbol) || !asks) continue
    const before = found.get(symbol)
    const split = before?.split ?? chosen.get(symbol) ?? classIn(items.map(({ read }) => read))
    const name = before?.name || (stored?.name ?? '') || oneLine(items[0]?.read.name ?? '')
    found.set(symbol, { symbol, name, rows: (before?.rows ?? 0) + items.length, split })
  }
  return [...found.values()]
}

/** Whether a class of the row's symbol could be remembered: the directory has none, or our own file says it otherwise. */
export function mayAsk(read: Pick<ReadHolding, 'symbol' | 'class' | 'own'>): boolean {
  const known = findSymbol(spelled(read.symbol))
  if (!known) return true
  const split = read.own ? fileClass([read.class]) : null
  return split !== null && !sameWeights(split, known.split)
}

type FileClass = AssetClass | Partial<Record<AssetClass, number>> | null

/** Our own file's word comes before what another format makes of the symbol. */
const classIn = (rows: readonly ReadHolding[]): Weights | null =>
  fileClass([...rows.filter(({ own }) => own), ...rows.filter(({ own }) => !own)].map((row) => row.class))

function fileClass(classes: readonly FileClass[]): Weights | null {
  const named = classes.find((one) => one !== null) ?? null
  if (named === null) return null
  const split = typeof named === 'string' ? entirely(named) : weights(named)
  return isWhole(split) ? split : null
}
