'use client'

import { useState } from 'react'
import { ASSET_CLASSES, type AssetClass, byClass, type Weights } from '@/lib/core/asset-class'
import { type PercentProblem, parsePercent, percentText } from '@/lib/core/percent'
import { type Bps, bps, WHOLE } from '@/lib/core/units'

export interface WeightFields {
  texts: Record<AssetClass, string>
  setText: (assetClass: AssetClass, text: string) => void
  setAll: (weights: Weights) => void
  problems: Record<AssetClass, PercentProblem | null>
  /** The weights as far as they can be read; an empty field is zero. */
  weights: Weights
  total: Bps
  /** What is missing to 100.00 % (+) or too much (−). */
  rest: Bps
  /** True when every field can be read and together they are exactly 100.00 %. */
  whole: boolean
  /** True when the class can take the rest and stay between 0 and 100 %. */
  takesRest: (assetClass: AssetClass) => boolean
  putRest: (assetClass: AssetClass) => void
}

const writeTexts = (weights: Weights) => byClass((c) => percentText(weights[c]))

/** Six percent fields that must total exactly 100.00 %. */
export function useWeightFields(start: Weights): WeightFields {
  const [texts, setTexts] = useState(() => writeTexts(start))
  const parsed = byClass((c) => parsePercent(texts[c].trim() === '' ? '0' : texts[c]))
  const problems = byClass((c) => (parsed[c].ok ? null : parsed[c].problem))
  const weights = byClass((c) => (parsed[c].ok ? parsed[c].value : bps(0)))
  const total = bps(ASSET_CLASSES.reduce((sum, c) => sum + weights[c], 0))
  const rest = bps(WHOLE - total)
  const readable = ASSET_CLASSES.every((c) => problems[c] === null)
  const setText = (c: AssetClass, text: string) => setTexts((all) => ({ ...all, [c]: text }))
  const withRest = (c: AssetClass) => weights[c] + rest
  return {
    texts,
    setText,
    setAll: (all) => setTexts(writeTexts(all)),
    problems,
    weights,
    total,
    rest,
    whole: readable && rest === 0,
    takesRest: (c) => readable && rest !== 0 && withRest(c) >= 0 && withRest(c) <= WHOLE,
    putRest: (c) => setText(c, percentText(bps(withRest(c)))),
  }
}
