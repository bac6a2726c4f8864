import { describe, expect, it } from 'vitest'
import { placeIn } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { defaultChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { drawnPoints, roundTicks } from '@/app/(dashboard)/[portfolioId]/rebalance/curve-points'
import type { Plan } from '@/lib/core/plan'
import type { CurvePoint } from '@/lib/core/tradeoff'
import { bps, cents, fineMoney, rate } from '@/lib/core/units'

const point = (tax: bigint, tracking: bigint, weight: bigint): CurvePoint => ({
  taxWeight: rate(weight),
  tax: cents(tax),
  tracking: fineMoney(tracking),
  driftAfter: bps(1),
  trades: 2,
  turnover: cents(500n),
})
const planAt = (tax: bigint, tracking: bigint) =>
  ({
    tax: { total: cents(tax) },
    certificate: { parts: { tracking: fineMoney(tracking) } },
    driftAfter: bps(2),
    trades: [],
    turnover: cents(0n),
  }) as unknown as Plan
const place = placeIn('/p/rebalance', { mode: 'full' }, defaultChoices([{ id: 'a' }]))
const CURVE = [point(0n, 900n, 1_000_000_000_000_000n), point(700n, 200n, 250_000_000n), point(900n, 100n, 0n)]

describe('the points of the curve', () => {
  it('lead to their plans by the weight of tax, but for the one on the page', () => {
    const drawn = drawnPoints(CURVE, planAt(700n, 200n), place)
    expect(drawn.map((p) => [p.current, p.href])).toEqual([
      [false, '/p/rebalance?mode=full&tax=1000000&was=mode%3Dfull'],
      [true, null],
      [false, '/p/rebalance?mode=full&tax=0&was=mode%3Dfull'],
    ])
  })

  it('have the plan on the page among them, in order, where it is none of them', () => {
    const drawn = drawnPoints(CURVE, planAt(300n, 950n), place)
    expect(drawn.map((p) => [p.tax, p.current, p.onCurve])).toEqual([
      [0n, false, true],
      [300n, true, false],
      [700n, false, true],
      [900n, false, true],
    ])
  })

  it.each([
    [0, [0, 1]],
    [0.5, [0, 1]],
    [37.2, [0, 10, 20, 30, 40]],
    [5462.16, [0, 2000, 4000, 6000]],
  ])('have round ticks up to %d', (largest, ticks) => {
    expect(roundTicks(largest)).toEqual(ticks)
  })
})
