import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, weights } from '@/lib/core/asset-class'
import { awkwardSnapshot } from '@/lib/core/awkward-book'
import { shiftsTo } from '@/lib/core/drift'
import { moneyMoves } from '@/lib/core/money-moves'
import { notate } from '@/lib/core/notation'
import { wholeWeights } from '@/lib/core/random-book'
import { sum } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'

describe('moneyMoves', () => {
  it('takes the largest surplus to the largest shortfall first', () => {
    const b = breakdown(notate('ira deferred cash 30; A growth 1 @ 50; X ? 1 @ 20'))
    expect(moneyMoves(b, weights({ growth: 1_000, tech: 6_000, longBonds: 3_000 }))).toEqual([
      { from: 'growth', to: 'tech', amount: 4_000n },
      { from: 'moneyFunds', to: 'tech', amount: 2_000n },
      { from: 'moneyFunds', to: 'longBonds', amount: 1_000n },
      { from: 'unclassified', to: 'longBonds', amount: 2_000n },
    ])
  })

  it('moves nothing when nothing has to move', () => {
    expect(moneyMoves(breakdown(notate('ira deferred cash 30')), weights({ moneyFunds: 10_000 }))).toEqual([])
    expect(moneyMoves(breakdown(notate('ira deferred')), weights({ tech: 10_000 }))).toEqual([])
  })

  it('adds up to the shifts exactly, in few positive moves, for any book', () => {
    fc.assert(
      fc.property(awkwardSnapshot, wholeWeights, (snapshot, w) => {
        const b = breakdown(snapshot)
        const moves = moneyMoves(b, w)
        const net = (bucket: string) =>
          sum(moves.map((m) => (m.to === bucket ? m.amount : 0n) - (m.from === bucket ? m.amount : 0n)))
        const shifts = shiftsTo(b, w)
        for (const c of ASSET_CLASSES) expect(net(c)).toBe(shifts[c])
        expect(net('unclassified')).toBe(-b.values.unclassified)
        expect(net('cash')).toBe(-b.values.cash)
        expect(moves.every((m) => m.amount > 0n && m.from !== m.to)).toBe(true)
        expect(moves.length).toBeLessThan(8)
      }),
    )
  })
})
