import { type ArchiveContents, type ArchiveCounts, countArchive } from '@/lib/core/archive/contents'

/** What a user has already of what an archive brings. */
export interface ArchiveState {
  /** The names of the portfolios and models that are shown. */
  portfolioNames: string[]
  modelNames: string[]
  /** Of the archive's rows under their new ids: those that are there, and whether they are deleted. */
  portfolios: { id: string; deleted: boolean }[]
  models: { id: string; deleted: boolean }[]
  symbols: string[]
  signatures: string[]
  fileNames: string[]
  hasSeriesSetting: boolean
  hasPriceSetting: boolean
}

/** `add`: it is new. `restore`: it came from this archive and was deleted since. `there`: it came from this archive already. */
export type Act = 'add' | 'restore' | 'there'

/** What an import of an archive would do. */
export interface ArchiveDecision {
  portfolios: { id: string; name: string; act: Act }[]
  models: { id: string; name: string; act: Act }[]
  /** What the user has said or given already stays. */
  classes: { added: string[]; kept: string[] }
  mappings: { added: string[]; kept: number }
  seriesFiles: { added: { id: string; name: string }[]; kept: string[] }
  seriesSetting: boolean
  priceSetting: boolean
  counts: ArchiveCounts
}

/** Decides row by row; `contents` has its new ids. A name that is taken is decorated until it is free. */
export function decideArchive(
  contents: ArchiveContents,
  state: ArchiveState,
  decorate: (name: string) => string,
): ArchiveDecision {
  const symbols = new Set(state.symbols)
  const signatures = new Set(state.signatures)
  const files = new Set(state.fileNames)
  const isNew =
    <T>(known: ReadonlySet<string>, of: (row: T) => string) =>
    (row: T) =>
      !known.has(of(row))
  const addedFiles = contents.seriesFiles.filter(isNew(files, (f) => f.name))
  return {
    portfolios: named(contents.portfolios, state.portfolios, state.portfolioNames, decorate),
    models: named(contents.models, state.models, state.modelNames, decorate),
    classes: parted(
      contents.classes.map((c) => c.symbol),
      symbols,
    ),
    mappings: {
      added: contents.mappings.map((m) => m.signature).filter((s) => !signatures.has(s)),
      kept: contents.mappings.filter((m) => signatures.has(m.signature)).length,
    },
    seriesFiles: {
      added: addedFiles.map(({ id, name }) => ({ id, name })),
      kept: contents.seriesFiles.map((f) => f.name).filter((name) => files.has(name)),
    },
    seriesSetting: contents.seriesSetting !== null && !state.hasSeriesSetting,
    priceSetting: contents.priceSetting !== null && !state.hasPriceSetting,
    counts: countArchive(contents),
  }
}

const parted = (names: readonly string[], known: ReadonlySet<string>) => ({
  added: names.filter((name) => !known.has(name)),
  kept: names.filter((name) => known.has(name)),
})

function named(
  rows: readonly { id: string; name: string }[],
  there: readonly { id: string; deleted: boolean }[],
  taken: readonly string[],
  decorate: (name: string) => string,
): { id: string; name: string; act: Act }[] {
  const known = new Map(there.map((row) => [row.id, row.deleted]))
  const names = new Set(taken)
  return rows.map(({ id, name }) => {
    const deleted = known.get(id)
    if (deleted !== undefined) return { id, name, act: deleted ? 'restore' : 'there' }
    const free = freeName(name, names, decorate)
    names.add(free)
    return { id, name: free, act: 'add' }
  })
}

const MOST_TRIES = 20

function freeName(name: string, taken: ReadonlySet<string>, decorate: (name: string) => string): string {
  let free = name
  for (let i = 0; taken.has(free) && i < MOST_TRIES; i += 1) free = decorate(free)
  return free
}

/** True when an import would change nothing. */
export const bringsNothing = (decision: ArchiveDecision): boolean =>
  [...decision.portfolios, ...decision.models].every(({ act }) => act === 'there') &&
  decision.classes.added.length === 0 &&
  decision.mappings.added.length === 0 &&
  decision.seriesFiles.added.length === 0 &&
  !decision.seriesSetting &&
  !decision.priceSetting

/** What takes an import back: what it brought, and no more. */
export interface ArchiveUndo {
  /** The instant that its prices and rates carry. */
  importedAt: string
  portfolios: string[]
  models: string[]
  classes: string[]
  mappings: string[]
  seriesFiles: string[]
  seriesSetting: boolean
  priceSetting: boolean
}

export function undoOfArchive(decision: ArchiveDecision, importedAt: string): ArchiveUndo {
  const brought = (rows: ArchiveDecision['portfolios']) => rows.filter(({ act }) => act !== 'there').map(({ id }) => id)
  return {
    importedAt,
    portfolios: brought(decision.portfolios),
    models: brought(decision.models),
    classes: decision.classes.added,
    mappings: decision.mappings.added,
    seriesFiles: decision.seriesFiles.added.map(({ id }) => id),
    seriesSetting: decision.seriesSetting,
    priceSetting: decision.priceSetting,
  }
}
