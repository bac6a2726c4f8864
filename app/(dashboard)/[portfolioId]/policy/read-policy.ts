import 'server-only'
import { cache } from 'react'
import { atHand, type Origin } from '@/app/(dashboard)/[portfolioId]/policy/at-hand'
import { spellsOf } from '@/app/(dashboard)/[portfolioId]/policy/spells'
import { asOf as today } from '@/lib/auth/clock'
import { factsOn, type PolicyFacts } from '@/lib/core/chronology'
import type { StoredSeries, StoredSeriesId } from '@/lib/core/feed-series'
import type { Evaluation } from '@/lib/core/regime'
import { asOfDay } from '@/lib/core/regime/age'
import { type UnknownReason, unknownReason } from '@/lib/core/regime-proposal'
import { type Spell, snapshotEvaluations, snapshotSeries, snapshotSpells } from '@/lib/core/regime-snapshot'
import type { SeriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'
import { evaluateSeries } from '@/lib/flows/evaluate-series'
import { readSeriesSet } from '@/lib/flows/read-series'

export interface PolicyReading {
  asOf: IsoDate
  /** The newest Friday on which a state was measured, as it was then; null when it never was. What the pages explain is of this day. */
  measured: Evaluation | null
  /** The newest Friday's evaluation as it stands today: unknown when something has gone missing, or nothing newer came. */
  standing: Evaluation | null
  /** Why it may not be acted on today; null when it may. */
  unknown: UnknownReason | null
  /** Where the evaluations come from, the oldest first: one a week from stored series, one a month from the snapshot. */
  origin: Origin
  evaluations: readonly Evaluation[]
  spells: readonly Spell[]
  /** Of each series whichever reaches further: what is stored, or the month-end levels of the snapshot. */
  series: StoredSeries
  origins: Partial<Record<StoredSeriesId, Origin>>
}

/** Charts begin here; the states are counted from where the data begin. */
export const CHARTS_FROM = '2014-01-01' as IsoDate

interface Shipped {
  evaluations: readonly Evaluation[]
  spells: readonly Spell[]
  series: SeriesSet
}

let shipped: Shipped | undefined

/** Read once: the figures are part of the code. */
function readShipped(): Shipped {
  shipped ??= { evaluations: snapshotEvaluations(), spells: snapshotSpells(), series: snapshotSeries() }
  return shipped
}

/** The measured regime with everything that the policy pages show of it, once a request. */
export const readPolicy = cache(async (userId: string): Promise<PolicyReading> => {
  const asOf = await today()
  const { kind, series: stored } = await readSeriesSet(userId, { asOf })
  const snapshot = readShipped()
  const weekly = kind === 'stored' ? evaluateSeries(stored, asOf) : []
  const known = snapshot.evaluations.filter(({ friday }) => friday <= asOf)
  const takesStored = reaches(weekly) >= reaches(known) && reaches(weekly) !== ''
  const evaluations = takesStored ? weekly : known
  const newest = evaluations.at(-1) ?? null
  return {
    asOf,
    measured: evaluations.findLast(({ state }) => state !== 'unknown') ?? null,
    standing: newest && asOfDay(newest, asOf),
    unknown: unknownReason(newest && asOfDay(newest, asOf), asOf),
    origin: takesStored ? 'stored' : 'snapshot',
    evaluations: evaluations.filter(({ friday }) => friday >= CHARTS_FROM),
    spells: takesStored ? spellsOf(weekly) : snapshot.spells,
    ...atHand(stored, snapshot.series, asOf),
  }
})

/** The last Friday on which a state was measured; empty when none was. */
const reaches = (evaluations: readonly Evaluation[]): string =>
  evaluations.findLast(({ state }) => state !== 'unknown')?.friday ?? ''

/** The facts of today. Month-end levels of the target range do not say on which day it moved, so that only stored ones continue the chronology. */
export const factsToday = ({ asOf, series, origins }: PolicyReading): PolicyFacts =>
  factsOn(asOf, origins.DFEDTARU === 'stored' ? series.DFEDTARU : undefined)
