import { describe, expect, it } from 'vitest'
import { atHand } from '@/app/(dashboard)/[portfolioId]/policy/at-hand'
import { spellsOf } from '@/app/(dashboard)/[portfolioId]/policy/spells'
import type { Observation } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

const on = (date: string, value: number): Observation => ({ date: date as IsoDate, value })
const today = '2026-11-23' as IsoDate

describe('atHand', () => {
  it('takes of each series what reaches further, and says which', () => {
    const stored = { WALCL: [on('2026-11-18', 1)], DFF: [on('2026-01-02', 2)] }
    const shipped = { WALCL: [on('2026-09-30', 3)], DFF: [on('2026-08-20', 4)], SOFR: [on('2026-08-20', 5)] }
    const { series, origins } = atHand(stored, shipped, today)
    expect(origins).toEqual({ WALCL: 'stored', DFF: 'snapshot', SOFR: 'snapshot' })
    expect(series.DFF?.[0]?.value).toBe(4)
    expect(series.WSHOSHO).toBeUndefined()
  })

  it('uses nothing that is dated after the day', () => {
    const stored = { WALCL: [on('2026-11-18', 1), on('2026-11-25', 9)], DFF: [on('2026-12-01', 9)] }
    const { series } = atHand(stored, { WALCL: [on('2026-11-20', 2)] }, today)
    expect(series.WALCL).toEqual([on('2026-11-20', 2)])
    expect(series.DFF).toBeUndefined()
  })
})

describe('spellsOf', () => {
  it('ends a spell with its state, and with a Friday that was not measured', () => {
    const fridays = ['2026-01-02', '2026-01-09', '2026-01-16', '2026-01-23', '2026-01-30'] as IsoDate[]
    const states = ['neutral', 'postQt', 'postQt', 'unknown', 'postQt'] as const
    const evaluations = states.map((state, i) => ({ friday: fridays[i] as IsoDate, state }))
    expect(spellsOf(evaluations)).toEqual([
      { from: fridays[0], to: fridays[0], state: 'neutral' },
      { from: fridays[1], to: fridays[2], state: 'postQt' },
      { from: fridays[4], to: fridays[4], state: 'postQt' },
    ])
  })
})
