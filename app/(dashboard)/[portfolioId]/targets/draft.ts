import type { Weights } from '@/lib/core/asset-class'
import { type Conviction, convictionOf, FULL_CONVICTION } from '@/lib/core/conviction'
import { measureDrift, regimePosition } from '@/lib/core/drift'
import { type RegimeState, type RiskLevel, regimePair } from '@/lib/core/models'
import type { MeasuredOrigin } from '@/lib/core/regime-proposal'
import { type Adoption, exampleWeights, type TargetOrigin } from '@/lib/core/targets'
import { type Bps, bps, cents, NO_MONEY, WHOLE } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'
import type { TargetModel } from '@/lib/db/target-models'
import type { TargetSource } from '@/lib/flows/adopt-target'

/** What the user looks at, before anything is adopted. Built-in models and blends are those of the portfolio's risk level and the chosen conviction. */
export type Choice =
  | { kind: 'builtIn'; state: RegimeState }
  | { kind: 'blend'; share: Bps }
  | { kind: 'measured' }
  | { kind: 'custom'; modelId: string }
  | { kind: 'holdings' }
  | { kind: 'earlier'; adoptionId: string }

/** What there is to choose from. Adoptions are newest first: the first one is in force. */
export interface Shelf {
  risk: RiskLevel
  models: TargetModel[]
  /** The holdings as weights; null when they cannot be a target. */
  held: Weights | null
  adoptions: Adoption[]
  /** What is proposed from the measured regime; null when nothing is. */
  measured: MeasuredOrigin | null
}

export interface Considered {
  source: TargetSource
  origin: TargetOrigin
  weights: Weights
}

/** The weights of a choice with their origin; null when it is gone (a model deleted in another tab). */
export function readChoice(choice: Choice, shelf: Shelf, conviction: Conviction): Considered | null {
  switch (choice.kind) {
    case 'builtIn':
    case 'blend': {
      // The neutral model is the same at every conviction.
      const isNeutral = choice.kind === 'builtIn' && choice.state === 'neutral'
      const origin = { ...choice, risk: shelf.risk, conviction: isNeutral ? FULL_CONVICTION : conviction }
      return { source: origin, origin, weights: exampleWeights(origin) }
    }
    case 'measured':
      return shelf.measured && considerMeasured(shelf.measured)
    case 'custom': {
      const model = shelf.models.find((m) => m.id === choice.modelId)
      return model ? { source: choice, origin: { ...choice, name: model.name }, weights: model.weights } : null
    }
    case 'holdings':
      return shelf.held && { source: choice, origin: choice, weights: shelf.held }
    case 'earlier': {
      const adoption = shelf.adoptions.find((a) => a.id === choice.adoptionId)
      return adoption ? { source: choice, origin: adoption.origin, weights: adoption.weights } : null
    }
  }
}

/** The score is not sent: the server knows it better. */
export function considerMeasured(origin: MeasuredOrigin): Considered {
  const { score: _, ...source } = origin
  return { source, origin, weights: exampleWeights(origin) }
}

/** What a visit opens on: the target in force, or else the neutral model of the portfolio's risk level. */
export function firstChoice({ risk, adoptions }: Shelf): Choice {
  const inForce = adoptions[0]
  if (!inForce) return { kind: 'builtIn', state: 'neutral' }
  const { origin } = inForce
  if (origin.kind === 'builtIn' && origin.risk === risk) return { kind: 'builtIn', state: origin.state }
  if (origin.kind === 'blend' && origin.risk === risk) return { kind: 'blend', share: origin.share }
  return { kind: 'earlier', adoptionId: inForce.id }
}

/** Whole percent of the way from tightening to post-QT as a choice; its ends are the models themselves. */
export function choiceAt(percent: number): Choice {
  if (percent <= 0) return { kind: 'builtIn', state: 'tightening' }
  if (percent >= 100) return { kind: 'builtIn', state: 'postQt' }
  return { kind: 'blend', share: bps(percent * (WHOLE / 100)) }
}

/** The conviction that a visit opens with: that of the target in force, when it is a built-in one of this risk level. */
export function firstConviction({ risk, adoptions }: Shelf): Conviction {
  const origin = adoptions[0]?.origin
  return origin && 'risk' in origin && origin.risk === risk ? convictionOf(origin) : FULL_CONVICTION
}

export interface Place {
  /** Whole percent of the way from tightening to post-QT. */
  percent: number
  /** How far off that way; null of what lies on it by its making. */
  off: Bps | null
}

/** Where a target stands on the way between the regimes at a conviction: where it was put, or else the nearest point from 0 to 100. */
export function placeOf({ source, weights }: Considered, risk: RiskLevel, conviction: Conviction): Place {
  if (source.kind === 'blend') return { percent: (source.share * 100) / WHOLE, off: null }
  if (source.kind === 'builtIn' && source.state !== 'neutral')
    return { percent: source.state === 'postQt' ? 100 : 0, off: null }
  return nearestPlace(weights, risk, conviction)
}

const HALF_WAY = 50

export function nearestPlace(weights: Weights, risk: RiskLevel, conviction: Conviction): { percent: number; off: Bps } {
  const { tightening, postQt } = regimePair(risk, conviction)
  const here = standingOn(weights)
  const position = regimePosition(here, tightening, postQt)
  // Without conviction the two regimes are one point.
  if (!position) return { percent: HALF_WAY, off: measureDrift(here, tightening) ?? bps(0) }
  const percent = Math.round((position.along * 100) / WHOLE)
  return { percent: Math.min(100, Math.max(0, percent)), off: position.off }
}

/** A portfolio that stands exactly on the weights. */
function standingOn(weights: Weights): Breakdown {
  const parts = Object.entries(weights).map(([c, weight]) => [c, cents(BigInt(weight))])
  const total = cents(BigInt(WHOLE))
  const values = { ...Object.fromEntries(parts), unclassified: NO_MONEY, cash: NO_MONEY }
  const shares = { ...weights, unclassified: bps(0), cash: bps(0) }
  return { total, reserve: NO_MONEY, investable: total, values, weights: shares, unpriced: [] }
}

/** True when two targets come from the same place; the order of the stored keys says nothing, and a conviction may be left out. */
export function sameOrigin(a: TargetOrigin, b: TargetOrigin): boolean {
  const text = (origin: TargetOrigin) => {
    const whole = 'risk' in origin ? { ...origin, conviction: convictionOf(origin) } : origin
    return JSON.stringify(Object.entries(whole).sort(([x], [y]) => (x < y ? -1 : 1)))
  }
  return text(a) === text(b)
}
