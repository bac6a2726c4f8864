import type { Weights } from '@/lib/core/asset-class'
import { COINS } from '@/lib/core/directory/coins'
import { ETFS } from '@/lib/core/directory/etfs'
import { FUNDS } from '@/lib/core/directory/funds'
import { MONEY_FUNDS } from '@/lib/core/directory/money-funds'
import { STOCKS } from '@/lib/core/directory/stocks'
import { readTable } from '@/lib/core/directory/table'

/**
 * The built-in directory: common US-listed stocks, funds and coins with their names and their split over the six
 * classes. The rules and dates of the splits are in directory/mixes.ts. Server only: the tables are large and no client
 * component may import this file; a page or an action hands over the entries that it needs.
 */
export type SecurityKind = 'stock' | 'etf' | 'fund' | 'moneyFund' | 'crypto'

export interface DirectoryEntry {
  symbol: string
  name: string
  kind: SecurityKind
  /** Basis points by class, total 10,000. Frozen: copy before changing. */
  split: Weights
  /** The smallest step that is usually traded, in plain decimal digits. */
  unit: string
}

const TABLES: Record<SecurityKind, { text: string; unit: string }> = {
  stock: { text: STOCKS, unit: '1' },
  etf: { text: ETFS, unit: '1' },
  fund: { text: FUNDS, unit: '0.001' },
  moneyFund: { text: MONEY_FUNDS, unit: '0.01' },
  crypto: { text: COINS, unit: '0.00000001' },
}

interface Listed {
  entry: DirectoryEntry
  keys: string[]
  words: string[]
}

interface Index {
  listed: Listed[]
  byKey: ReadonlyMap<string, DirectoryEntry>
}

let cachedIndex: Index | undefined

/** Built at the first look-up, not when the module loads. */
function index(): Index {
  cachedIndex ??= buildIndex()
  return cachedIndex
}

function buildIndex(): Index {
  const listed = (Object.keys(TABLES) as SecurityKind[]).flatMap((kind) =>
    readTable(TABLES[kind].text).map((row) => {
      const entry = Object.freeze({ ...row, kind, unit: TABLES[kind].unit })
      return { entry, keys: keysOf(entry), words: wordsOf(entry.name) }
    }),
  )
  return { listed, byKey: new Map(listed.flatMap(({ entry, keys }) => keys.map((key) => [key, entry]))) }
}

/**
 * Every way in which a symbol may be written, as keys: `BRK.B` also `BRKB`; the coin `BTC` also `BTC.USD` and `BTCUSD`.
 */
export function keysOf({ symbol, kind }: Pick<DirectoryEntry, 'symbol' | 'kind'>): string[] {
  const key = keyOf(symbol)
  const keys = kind === 'crypto' && !key.endsWith('.USD') ? [key, `${key}.USD`] : [key]
  return [...new Set(keys.flatMap((k) => [k, k.replaceAll('.', '')]))]
}

/**
 * Upper case, one separator for all (`BRK/B`, `BRK-B`, `BRK B`), without the asterisks that brokers print after money
 * funds.
 */
function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/\s*\*+$/, '')
    .replace(/[\s./_-]+/g, '.')
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toUpperCase()
  return plain.split(/[^\p{L}\p{N}&+]+/u).filter((word) => word !== '')
}

/** The entry of a symbol as a person, a spreadsheet or a broker writes it; null when the directory does not know it. */
export function findSymbol(symbol: string): DirectoryEntry | null {
  return index().byKey.get(keyOf(symbol)) ?? null
}

/**
 * Entries for a text being typed, at most `limit`: the symbol itself, then symbols that begin with it (shorter first),
 * then names that have every word of the text, then names in which every word of the text begins a word. Ties stay in
 * the order of the tables.
 */
export function searchSymbols(text: string, limit: number): DirectoryEntry[] {
  const key = keyOf(text)
  const words = wordsOf(text)
  if (key === '' || limit <= 0) return []
  return index()
    .listed.map((item) => ({ entry: item.entry, rank: rankOf(item, key, words) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entry }) => entry)
}

const NAME_HAS_WORDS = 1_000
const NAME_BEGINS_SO = 2_000
const NO_MATCH = 3_000

/** Lower is better: 0 the symbol itself, then the length of a symbol that begins so, then the name. */
function rankOf({ entry, keys, words }: Listed, key: string, typed: string[]): number {
  if (keys.includes(key)) return 0
  if (keys.some((k) => k.startsWith(key))) return entry.symbol.length
  if (typed.length === 0) return NO_MATCH
  if (typed.every((word) => words.includes(word))) return NAME_HAS_WORDS
  return typed.every((word) => words.some((w) => w.startsWith(word))) ? NAME_BEGINS_SO : NO_MATCH
}
