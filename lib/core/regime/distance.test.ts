import { describe, expect, it } from 'vitest'
import type { RegimeState } from '@/lib/core/models'
import { type Evaluation, LEGS } from '@/lib/core/regime'
import { changeDistance } from '@/lib/core/regime/distance'
import { scale } from '@/lib/core/regime/leg-rules'
import { scoreOf } from '@/lib/core/regime/score'
import { snapshotEvaluations } from '@/lib/core/regime-snapshot'

const last = snapshotEvaluations().at(-1) as Evaluation
const held = (state: RegimeState): Evaluation => ({ ...last, state, held: state })

describe('changeDistance', () => {
  it('says what leaves post-QT: the score is there, the securities are not', () => {
    const [leave, across] = changeDistance(last)
    expect(leave).toMatchObject({ to: 'neutral', join: 'any', streak: 2, needed: 4, alone: null })
    expect(leave?.conditions.map(({ measure, must, isMet }) => [measure, must, isMet])).toEqual([
      ['score', 'below', true],
      ['bs', 'notAbove', false],
    ])
    expect(leave?.conditions[1]?.away).toBeCloseTo(-3.3566, 4)
    expect(across).toMatchObject({ to: 'tightening', join: 'all', streak: 0 })
    expect(across?.conditions[0]?.away).toBeCloseTo(0.4 - (last.score ?? 0), 10)
  })

  it.each([
    ['neutral', ['postQt', 'tightening']],
    ['tightening', ['neutral', 'postQt']],
    ['postQt', ['neutral', 'tightening']],
  ] as const)('from %s leads to %j', (state, ways) => {
    expect(changeDistance(held(state)).map(({ to }) => to)).toEqual(ways)
  })

  it('names the reading at which each leg alone takes the score to the threshold', () => {
    const { score, legs } = last
    const alone = changeDistance(held('neutral'))[0]?.alone
    const able = LEGS.filter((leg) => alone?.[leg])
    expect(able.length).toBeGreaterThan(0)
    for (const leg of able) {
      const raw = alone?.[leg]?.raw ?? 0
      const moved = scoreOf({ ...legs, [leg]: { ...legs[leg], raw, scaled: scale(leg, raw) } })
      expect(moved.score).toBeCloseTo(0.6, 10)
      expect((legs[leg].raw ?? 0) + (alone?.[leg]?.change ?? 0)).toBeCloseTo(raw, 10)
    }
    // A tenth of the weights cannot lift the score by 0.147.
    expect(score).toBeLessThan(0.5)
    expect(alone?.fund).toBeNull()
  })

  it('says nothing of legs that are not at hand', () => {
    const missing = { raw: null, scaled: null, date: null, status: 'missing' } as const
    const legs = { ...last.legs, bs: missing }
    const [leave] = changeDistance({ ...last, ...scoreOf(legs), legs, state: 'unknown' })
    expect(leave?.conditions[1]).toMatchObject({ measure: 'bs', value: null, away: null, isMet: false })
    expect(leave?.alone?.bs ?? null).toBeNull()
  })
})
