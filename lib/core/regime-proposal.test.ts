import { describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import { builtInModel } from '@/lib/core/models'
import type { Evaluation } from '@/lib/core/regime'
import { asOfDay } from '@/lib/core/regime/age'
import { type Following, measuredOrigin, proposeTarget, unknownReason } from '@/lib/core/regime-proposal'
import type { TargetOrigin } from '@/lib/core/targets'
import { daysBefore, type IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const FRIDAY = day('2026-03-06')
const TODAY = day('2026-03-09')

const leg = { raw: 1, scaled: 0.7, date: day('2026-03-04'), status: 'used' } as const
const evaluation = (more: Partial<Evaluation> = {}): Evaluation => ({
  friday: FRIDAY,
  state: 'postQt',
  held: 'postQt',
  heldSince: day('2026-02-20'),
  measuredOn: FRIDAY,
  score: 0.7123,
  liquidity: 0.7,
  rates: 0.7,
  coverage: 1,
  legs: { bs: leg, rate: leg, exp: leg, res: leg, fund: leg },
  streaks: { enterPostQt: 4, enterTightening: 0, leavePostQt: 0, leaveTightening: 0 },
  quadrant: { balanceSheet: 'expanding', rates: 'easing' },
  targets: 'postQt',
  mayPropose: true,
  ...more,
})

const MIX = weights({ growth: 6000, longBonds: 4000 })
const custom: TargetOrigin = { kind: 'custom', modelId: 'm', name: 'Mine' }
const following = (more: Partial<Following> = {}): Following => ({
  follows: true,
  risk: 'balanced',
  inForce: { origin: custom, weights: MIX },
  dismissed: null,
  ...more,
})
const builtIn = (state: 'neutral' | 'postQt', conviction = 1) => ({
  origin: { kind: 'builtIn', risk: 'balanced', state, conviction } as const,
  weights: builtInModel('balanced', state, conviction),
})

describe('proposeTarget', () => {
  it('proposes the model of the measured state, with what was measured', () => {
    expect(proposeTarget(evaluation(), following(), TODAY)).toEqual({
      kind: 'proposal',
      origin: { kind: 'measured', risk: 'balanced', state: 'postQt', friday: FRIDAY, score: 0.7123, conviction: 1 },
      weights: builtInModel('balanced', 'postQt'),
    })
  })

  it('proposes nothing unless the portfolio follows', () => {
    expect(proposeTarget(evaluation(), following({ follows: false }), TODAY)).toEqual({
      kind: 'none',
      reason: 'notFollowing',
    })
  })

  it('proposes at the conviction of the target in force', () => {
    const half = proposeTarget(evaluation(), following({ inForce: builtIn('neutral', 0.5) }), TODAY)
    expect(half).toMatchObject({ origin: { conviction: 0.5 }, weights: builtInModel('balanced', 'postQt', 0.5) })
    expect(proposeTarget(evaluation(), following({ inForce: null }), TODAY)).toMatchObject({
      origin: { conviction: 1 },
    })
  })

  it('has nothing to propose when the target has these weights already, wherever they came from', () => {
    const inForce = { origin: custom, weights: builtInModel('balanced', 'postQt') }
    for (const target of [builtIn('postQt'), builtIn('postQt', 0.5), inForce])
      expect(proposeTarget(evaluation(), following({ inForce: target }), TODAY)).toMatchObject({ reason: 'inForce' })
  })

  it('stays away once dismissed, until the state changes', () => {
    const dismissed = following({ dismissed: { state: 'postQt', friday: FRIDAY } })
    const given = (more: Partial<Evaluation>) => proposeTarget(evaluation(more), dismissed, TODAY)
    expect(given({})).toMatchObject({ reason: 'dismissed' })
    // Measured anew with the entry a few weeks off, as revised data may have it: still the same spell.
    expect(given({ heldSince: day('2026-01-30') })).toMatchObject({ reason: 'dismissed' })
    expect(given({ held: 'neutral', heldSince: FRIDAY })).toMatchObject({ kind: 'proposal' })
    // It left the state and came back.
    expect(given({ heldSince: day('2026-03-13') })).toMatchObject({ kind: 'proposal' })
  })

  it('proposes nothing while the regime is unknown, and says why', () => {
    const reasonOf = (measured: Evaluation | null, asOf = TODAY) => proposeTarget(measured, following(), asOf)
    expect(reasonOf(null)).toEqual({ kind: 'unknown', reason: 'neverMeasured' })
    expect(reasonOf(evaluation({ state: 'unknown', targets: 'neutral', mayPropose: false }))).toEqual({
      kind: 'unknown',
      reason: 'notMeasured',
    })
    const stale = { state: 'unknown', measuredOn: daysBefore(FRIDAY, 28) } as const
    expect(reasonOf(evaluation(stale))).toMatchObject({ reason: 'notMeasured' })
  })

  it('takes a measurement of 21 days ago, and none older', () => {
    const daysLater = (days: number) => proposeTarget(evaluation(), following(), daysBefore(FRIDAY, -days))
    expect(daysLater(21)).toMatchObject({ kind: 'proposal' })
    expect(daysLater(22)).toEqual({ kind: 'unknown', reason: 'tooOld' })
  })

  it('says the same of an evaluation that was aged to the day', () => {
    for (const days of [0, 7, 14, 21, 22, 60]) {
      const asOf = daysBefore(FRIDAY, -days)
      expect(proposeTarget(asOfDay(evaluation(), asOf), following(), asOf)).toEqual(
        proposeTarget(evaluation(), following(), asOf),
      )
    }
  })
})

describe('measuredOrigin', () => {
  it('has no score when the last measurement was on a Friday before', () => {
    const held = evaluation({ friday: day('2026-03-13'), state: 'unknown', score: 0.2 })
    expect(measuredOrigin(held, 'growth', 0.5)).toMatchObject({ friday: FRIDAY, score: null, risk: 'growth' })
    expect(unknownReason(held, day('2026-03-14'))).toBeNull()
  })
})
