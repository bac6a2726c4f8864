import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import { awkwardSnapshot } from '@/lib/core/awkward-book'
import { notate } from '@/lib/core/notation'
import { wholeWeights } from '@/lib/core/random-book'
import { cents, sum, WHOLE } from '@/lib/core/units'
import { BUCKETS, breakdown, holdingValue, reserveOf, splitValue } from '@/lib/core/valuation'

const WORKED = `
  taxable taxable cash 5000 reserve 2000
  VTI growth:65,tech:35 100 @ 250.01
  BTC digital 0.123456789 @ 90000
  ira deferred cash 1000.50
  AGG longBonds:32,moneyFunds:68 33 @ 98.77
  GLD alternatives 0 @ ?
  XYZ ? 3 @ 10.005
  ABC growth 5 @ ?`

describe('breakdown', () => {
  it('values a worked book to the cent', () => {
    const b = breakdown(notate(WORKED))
    // VTI 25,001.00 = 16,250.65 + 8,750.35; BTC 11,111.11101 → 11,111.11; AGG 3,259.41 = 1,043.01 (.0112 up to no cent) + 2,216.40;
    // XYZ 30.015 → 30.02; free cash 3,000.00 + 1,000.50 beside AGG's money part.
    expect(b.values).toEqual({
      growth: 1_625_065n,
      tech: 875_035n,
      longBonds: 104_301n,
      digital: 1_111_111n,
      moneyFunds: 221_640n + 400_050n,
      alternatives: 0n,
      unclassified: 3_002n,
      cash: 0n,
    })
    expect(b.investable).toBe(4_340_204n)
    expect(b.reserve).toBe(200_000n)
    expect(b.total).toBe(4_540_204n)
    // 37.442 20.161 2.403 25.600 14.323 0 0.069 %: floors total 9,996, the four largest remainders get the rest.
    expect(b.weights).toEqual({
      growth: 3_744,
      tech: 2_016,
      longBonds: 240,
      digital: 2_560,
      moneyFunds: 1_433,
      alternatives: 0,
      unclassified: 7,
      cash: 0,
    })
  })

  it('keeps unpriced holdings out of every sum, unless there is nothing of them', () => {
    expect(breakdown(notate(WORKED)).unpriced.map((h) => h.id)).toEqual(['ira/ABC'])
  })

  it('sets cash apart when it does not count, an overdraft too', () => {
    const b = breakdown(notate('ira deferred cash -40; VTI growth 1 @ 100', { cashCounts: false }))
    expect([b.values.cash, b.values.moneyFunds, b.investable]).toEqual([-4_000n, 0n, 6_000n])
    expect(b.weights).toMatchObject({ growth: 16_667, cash: -6_667 })
  })

  it('has no percentages without a net worth, or with next to none under a mountain of debt', () => {
    expect(breakdown(notate('ira deferred')).weights).toBeNull()
    expect(breakdown(notate('ira deferred cash -100; VTI growth 1 @ 100')).weights).toBeNull()
    expect(breakdown(notate('ira deferred cash -150; VTI growth 1 @ 100')).weights).toBeNull()
    const owed = breakdown(notate('ira deferred cash -999999999999.99; VTI growth 1 @ 1000000000000'))
    expect([owed.investable, owed.weights]).toEqual([1n, null])
  })

  it('keeps no more apart than the cash there is', () => {
    expect(reserveOf({ cash: cents(300n), reserve: cents(500n) })).toBe(300n)
    expect(reserveOf({ cash: cents(-300n), reserve: cents(500n) })).toBe(0n)
    expect(reserveOf({ cash: cents(900n), reserve: cents(500n) })).toBe(500n)
  })
})

describe('breakdown, for any book', () => {
  it('adds up: classes and what stands apart to the investable value, that and the reserve to the total', () => {
    fc.assert(
      fc.property(awkwardSnapshot, (snapshot) => {
        const b = breakdown(snapshot)
        expect(sum(Object.values(b.values))).toBe(b.investable)
        expect(b.investable + b.reserve).toBe(b.total)
        const held = snapshot.holdings.map((h) => holdingValue(h) ?? 0n)
        expect(sum(held) + sum(snapshot.accounts.map((a) => a.cash))).toBe(b.total)
      }),
    )
  })

  it('gives weights that total 10,000 and are each within a basis point of the exact share', () => {
    fc.assert(
      fc.property(awkwardSnapshot, (snapshot) => {
        const b = breakdown(snapshot)
        if (b.weights === null) return
        const all = b.weights
        expect(BUCKETS.reduce((total, bucket) => total + all[bucket], 0)).toBe(WHOLE)
        for (const bucket of BUCKETS) {
          const gap = BigInt(all[bucket]) * b.investable - b.values[bucket] * BigInt(WHOLE)
          expect(gap < b.investable && -gap < b.investable).toBe(true)
        }
      }),
    )
  })

  it('is the sum of the breakdowns of its accounts', () => {
    fc.assert(
      fc.property(awkwardSnapshot, (snapshot) => {
        const whole = breakdown(snapshot)
        const parts = snapshot.accounts.map((a) => breakdown(snapshot, a.id))
        for (const bucket of BUCKETS) expect(sum(parts.map((p) => p.values[bucket]))).toBe(whole.values[bucket])
        expect(sum(parts.map((p) => p.reserve))).toBe(whole.reserve)
        expect(parts.flatMap((p) => p.unpriced).length).toBe(whole.unpriced.length)
      }),
    )
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(awkwardSnapshot, (snapshot) => {
        const turned = {
          ...snapshot,
          accounts: snapshot.accounts.toReversed(),
          holdings: snapshot.holdings.toReversed(),
        }
        const { unpriced, ...there } = breakdown(snapshot)
        const { unpriced: turnedUnpriced, ...back } = breakdown(turned)
        expect(back).toEqual(there)
        expect(turnedUnpriced.toReversed()).toEqual(unpriced)
      }),
    )
  })
})

describe('splitValue', () => {
  it('gives the odd cent to the largest remainder', () => {
    const parts = splitValue(cents(10_001n), weights({ growth: 5_000, tech: 5_000 }))
    expect([parts.growth, parts.tech]).toEqual([5_001n, 5_000n])
  })

  it('adds up to the value, each part within a cent of its share', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), wholeWeights, (value, split) => {
        const parts = Object.values(splitValue(cents(value), split))
        expect(sum(parts)).toBe(value)
        expect(parts.every((part) => part >= 0n)).toBe(true)
      }),
    )
  })
})
