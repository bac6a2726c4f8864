import type { Weights } from '@/lib/core/asset-class'
import { regimePosition } from '@/lib/core/drift'
import { type RegimeState, type RiskLevel, regimePair } from '@/lib/core/models'
import { type Adoption, exampleWeights, type TargetOrigin } from '@/lib/core/targets'
import { type Bps, bps, cents, NO_MONEY, WHOLE } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'
import type { TargetModel } from '@/lib/db/target-models'
import type { TargetSource } from '@/lib/flows/adopt-target'

/** What the user looks at, before anything is adopted. Built-in models and blends are those of the portfolio's risk level. */
export type Choice =
  | { kind: 'builtIn'; state: RegimeState }
  | { kind: 'blend'; share: Bps }
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
}

export interface Considered {
  source: TargetSource
  origin: TargetOrigin
  weights: Weights
}

/** The weights of a choice with their origin; null when it is gone (a model deleted in another tab). */
export function readChoice(choice: Choice, shelf: Shelf): Considered | null {
  switch (choice.kind) {
    case 'builtIn':
    case 'blend': {
      const origin = { ...choice, risk: shelf.risk }
      return { source: origin, origin, weights: exampleWeights(origin) }
    }
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

/** Where weights stand on the way between the regimes: the nearest point in whole percent from 0 to 100, and how far off it they are. */
export function placeOf(weights: Weights, risk: RiskLevel): { percent: number; off: Bps } {
  const { tightening, postQt } = regimePair(risk)
  const position = regimePosition(standingOn(weights), tightening, postQt)
  const percent = Math.round(((position?.along ?? 0) * 100) / WHOLE)
  return { percent: Math.min(100, Math.max(0, percent)), off: position?.off ?? bps(0) }
}

/** A portfolio that stands exactly on the weights. */
function standingOn(weights: Weights): Breakdown {
  const parts = Object.entries(weights).map(([c, weight]) => [c, cents(BigInt(weight))])
  const total = cents(BigInt(WHOLE))
  const values = { ...Object.fromEntries(parts), unclassified: NO_MONEY, cash: NO_MONEY }
  const shares = { ...weights, unclassified: bps(0), cash: bps(0) }
  return { total, reserve: NO_MONEY, investable: total, values, weights: shares, unpriced: [] }
}

/** True when two targets come from the same place; the order of the stored keys says nothing. */
export function sameOrigin(a: TargetOrigin, b: TargetOrigin): boolean {
  const text = (origin: TargetOrigin) => JSON.stringify(Object.entries(origin).sort(([x], [y]) => (x < y ? -1 : 1)))
  return text(a) === text(b)
}
