import type { ArchiveContents, Json } from '@/lib/core/archive/contents'

/** Every id of a row in an archive. */
export function idsOf({ portfolios, plans, models, seriesFiles }: ArchiveContents): string[] {
  const accounts = portfolios.flatMap((p) => p.accounts)
  const holdings = accounts.flatMap((a) => a.holdings)
  return [
    ...[...portfolios, ...plans, ...models, ...seriesFiles, ...accounts, ...holdings].map((row) => row.id),
    ...portfolios.flatMap((p) => p.adoptions.map((adoption) => adoption.id)),
    ...holdings.flatMap((h) => h.lots.map((lot) => lot.id)),
  ]
}

/**
 * New ids for old ones, the same ones each time for the same `derive`, and in the same order: where rows are alike, their ids decide which
 * comes first, in plans too.
 */
export function newIds(old: readonly string[], derive: (id: string) => string): Map<string, string> {
  const from = [...new Set(old)].sort()
  const to = from.map(derive).sort()
  return new Map(from.map((id, i) => [id, to[i] ?? id]))
}

/** A JSON value with its ids replaced, wherever they stand, as texts and as keys. */
export function withNewIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  const replaced = (json: Json): Json => {
    if (typeof json === 'string') return ids.get(json) ?? json
    if (Array.isArray(json)) return json.map(replaced)
    if (json === null || typeof json !== 'object') return json
    return Object.fromEntries(Object.entries(json).map(([key, child]) => [ids.get(key) ?? key, replaced(child)]))
  }
  return replaced(value as unknown as Json) as unknown as T
}
