import { byClass, type Weights } from '@/lib/core/asset-class'
import { type Conviction, FULL_CONVICTION } from '@/lib/core/conviction'
import { deriveModel } from '@/lib/core/model-derivation'
import type { Regime, RegimeState, RiskLevel } from '@/lib/core/model-terms'
import { bps } from '@/lib/core/units'

export { REGIME_STATES, type RegimeState, RISK_LEVELS, type RiskLevel, THESIS_SIGN } from '@/lib/core/model-terms'

/** The last month of the data from which the built-in weights were derived. */
export const MODELS_DATED = '2026-07-31'

/** The built-in weights of one risk level in one state: a sourced, editable example, not advice. Computed from the inputs of model-inputs.ts. */
export function builtInModel(risk: RiskLevel, state: RegimeState, conviction: Conviction = FULL_CONVICTION): Weights {
  const percents = deriveModel(risk, conviction).rounded[state]
  return byClass((c) => bps(Math.round(percents[c] * 100)))
}

/** The two regimes of a risk level. A portfolio is always compared with the published pair, whatever conviction its target has. */
export function regimePair(risk: RiskLevel, conviction: Conviction = FULL_CONVICTION): Record<Regime, Weights> {
  return {
    tightening: builtInModel(risk, 'tightening', conviction),
    postQt: builtInModel(risk, 'postQt', conviction),
  }
}
