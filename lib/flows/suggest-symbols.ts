import 'server-only'
import { findSymbol, type SecurityKind, searchSymbols } from '@/lib/core/directory'
import { searchSymbolClasses } from '@/lib/db/symbol-classes'

export interface SymbolSuggestion {
  symbol: string
  name: string
  /** Null for a symbol that only the user knows. */
  kind: SecurityKind | null
}

/** Symbols for a text that is being typed: what the user has classified, then the directory's, each once; the exact symbol stands first. */
export async function suggestSymbols(userId: string, text: string, limit: number): Promise<SymbolSuggestion[]> {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return []
  const own = await searchSymbolClasses(userId, typed, limit)
  const listed = searchSymbols(typed, limit)
  const said = own.map(({ symbol, name }): SymbolSuggestion => {
    const known = findSymbol(symbol)
    return { symbol, name: name || (known?.name ?? ''), kind: known?.kind ?? null }
  })
  const mine = new Set(said.map((entry) => entry.symbol))
  const rest = listed
    .filter((entry) => !mine.has(entry.symbol))
    .map(({ symbol, name, kind }) => ({ symbol, name, kind }))
  const all = [...said, ...rest]
  const exact = all.filter((entry) => entry.symbol === typed.toUpperCase())
  return [...exact, ...all.filter((entry) => !exact.includes(entry))].slice(0, limit)
}
