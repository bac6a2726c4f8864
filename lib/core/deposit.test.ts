import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, type AssetClass, byClass, weights } from '@/lib/core/asset-class'
import { depositToTarget } from '@/lib/core/deposit'
import { bandState } from '@/lib/core/drift'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { DEFAULT_BANDS, type Target } from '@/lib/core/targets'
import { type Cents, cents, larger, MILLION, sum } from '@/lib/core/units'
import { type Breakdown, breakdown } from '@/lib/core/valuation'

const targetOf = (partial: Partial<Record<AssetClass, number>>, more: Partial<Target> = {}): Target => ({
  weights: weights(partial),
  bands: DEFAULT_BANDS,
  destination: 'target',
  ...more,
})
const half = targetOf({ growth: 5000, longBonds: 5000 })
const uncounted = { cashCounts: false }

describe('depositToTarget, by hand', () => {
  it('asks for what the heaviest class needs beside it', () => {
    // 6,000 is half of 12,000, of which 10,000 are there; and 55 % of 10,909.09….
    const book = notate('A deferred; G growth 6000 @ 1; B longBonds 4000 @ 1')
    expect(depositToTarget(book, half)).toEqual({ onTarget: 200_000n, insideBands: 90_910n, binding: 'growth' })
  })

  it('spends the cash at hand first, whether or not it counts', () => {
    const text = 'A deferred cash 1500; G growth 6000 @ 1; B longBonds 4000 @ 1'
    expect(depositToTarget(notate(text, uncounted), half).onTarget).toBe(50_000n)
    expect(depositToTarget(notate(text), half).onTarget).toBe(50_000n)
  })

  it('asks for nothing where the cash is enough', () => {
    const book = notate('A deferred cash 2500; G growth 6000 @ 1; B longBonds 4000 @ 1', uncounted)
    expect(depositToTarget(book, half)).toEqual({ onTarget: 0n, insideBands: 0n, binding: null })
    expect(depositToTarget(notate('A deferred'), half)).toEqual({ onTarget: 0n, insideBands: 0n, binding: null })
  })

  it('cannot be on target with a class that should be empty, nor inside a band that has no width', () => {
    const book = notate('A deferred; G growth 5000 @ 1; B longBonds 5000 @ 1; C digital 10 @ 1')
    expect(depositToTarget(book, half)).toEqual({ onTarget: null, insideBands: null, binding: 'digital' })
    const bands = { ...DEFAULT_BANDS, digital: { rule: 'absolute', halfWidth: 5 } } as Target['bands']
    // 10 is 0.05 % of 20,000.
    expect(depositToTarget(book, targetOf(half.weights, { bands })).insideBands).toBe(999_000n)
  })

  it('cannot be on target beside unclassified holdings, but inside bands that leave them room', () => {
    const book = notate('A deferred; G growth 5000 @ 1; B longBonds 5000 @ 1; U ? 2000 @ 1')
    // Lower edges of 45 % each leave 10 %: 2,000 of 20,000.
    expect(depositToTarget(book, half)).toEqual({ onTarget: null, insideBands: 800_000n, binding: null })
    const exact = byClass(() => ({ rule: 'absolute', halfWidth: 0 })) as Target['bands']
    expect(depositToTarget(book, targetOf(half.weights, { bands: exact })).insideBands).toBeNull()
  })

  it('fills an overdraft and a reserve first', () => {
    const onTarget = notate('A deferred cash -300; G growth 5000 @ 1; B longBonds 5000 @ 1; C free cash 400', uncounted)
    expect(depositToTarget(onTarget, half)).toMatchObject({ onTarget: 30_000n, binding: null })
    const short = notate('A deferred cash 100 reserve 500; G growth 6000 @ 1; B longBonds 4000 @ 1', uncounted)
    expect(depositToTarget(short, half).onTarget).toBe(240_000n)
  })

  it('can count the reserve in the whole', () => {
    const text = 'A deferred cash 1000 reserve 1000; G growth 6000 @ 1; B longBonds 4000 @ 1'
    expect(depositToTarget(notate(text, uncounted), half, true).onTarget).toBeNull()
    const tenth = targetOf({ growth: 5000, longBonds: 4000, moneyFunds: 1000 })
    expect(depositToTarget(notate(text), tenth, true)).toMatchObject({ onTarget: 100_000n, binding: 'growth' })
    expect(depositToTarget(notate(text), targetOf({ growth: 6000, longBonds: 3500, moneyFunds: 500 }), true)).toEqual(
      expect.objectContaining({ onTarget: 900_000n, binding: 'moneyFunds' }),
    )
  })

  it('rounds up to the cent', () => {
    const third = targetOf({ growth: 3333, longBonds: 6667 })
    // 0.01 is 33.33 % of 0.030003: two cents leave it short.
    expect(depositToTarget(notate('A deferred; G growth 0.01 @ 1'), third).onTarget).toBe(3n)
  })
})

describe('a plan that only buys', () => {
  const book = (cash: number) =>
    notate(`A deferred cash ${cash}; G growth 6000 @ 1 unit 0.01; B longBonds 4000 @ 1 unit 0.01`, uncounted)
  const boughtWith = (cash: number) => buildPlan(book(cash), examplePolicy({ mode: 'buyOnly' })).plan

  it('ends on the target with the deposit, and beside it with less', () => {
    expect(depositToTarget(book(300), half).onTarget).toBe(170_000n)
    expect(boughtWith(2000)?.after.values).toMatchObject({ growth: 600_000n, longBonds: 600_000n, cash: 0n })
    expect(boughtWith(2000)?.driftAfter).toBe(0)
    expect(boughtWith(1900)?.driftAfter).toBeGreaterThan(0)
  })
})

/** The book after a deposit that fills every account to its reserve first; null when it does not reach. */
function paidIn(snapshot: Snapshot, deposit: bigint): Snapshot | null {
  const missing = snapshot.accounts.map((a) => larger(0n, a.reserve - a.cash))
  const rest = deposit - sum(missing)
  if (rest < 0n) return null
  const accounts = snapshot.accounts.map((a, i) => ({
    ...a,
    cash: cents(a.cash + (missing[i] ?? 0n) + (i === 0 ? rest : 0n)),
  }))
  return { ...snapshot, accounts, cashCounts: false }
}

/** Buys every class up to its exact weight, in hundredths of a basis point of a cent; true when that takes all free cash and no sale. */
function reachesTarget(snapshot: Snapshot, target: Target, deposit: bigint): boolean {
  const paid = paidIn(snapshot, deposit)
  if (!paid) return false
  const { values, investable } = breakdown(paid)
  const buys = ASSET_CLASSES.map((c) => BigInt(target.weights[c]) * investable - values[c] * 10_000n)
  return buys.every((buy) => buy >= 0n) && sum(buys) === values.cash * 10_000n
}

/** Buys every class up to the lower edge of its band, in millionths of a cent, and then more while there is cash that must be placed. */
function reachesBands(snapshot: Snapshot, target: Target, deposit: bigint): boolean {
  const paid = paidIn(snapshot, deposit)
  if (!paid) return false
  const now = breakdown(paid)
  const fine = BigInt(MILLION)
  const after = { ...now, investable: (now.investable * fine) as Cents, values: { ...now.values } }
  let left = now.values.cash * fine
  const raise = (c: AssetClass, to: bigint): void => {
    const held = after.values[c]
    after.values[c] = cents(larger(held, to))
    left -= after.values[c] - held
  }
  for (const c of ASSET_CLASSES) after.values[c] = cents(now.values[c] * fine)
  for (const c of ASSET_CLASSES) raise(c, BigInt(bandState(now, target, c).lower) * now.investable)
  if (snapshot.cashCounts) {
    for (const c of ASSET_CLASSES) {
      const upper = BigInt(bandState(now, target, c).upper) * now.investable
      raise(c, upper < after.values[c] + left ? upper : after.values[c] + left)
    }
  }
  return left >= 0n && (!snapshot.cashCounts || left === 0n) && allInside(after, target)
}

const allInside = (b: Breakdown, target: Target): boolean =>
  ASSET_CLASSES.every((c) => bandState(b, target, c).side === 'inside')

const VAST = 10n ** 16n

const anyBook = fc
  .record({
    snapshot: anySnapshot,
    reserves: fc.array(fc.constantFrom(0n, 0n, 100_000n, 6_000_000n), { minLength: 3, maxLength: 3 }),
    owing: fc.constantFrom(0n, 0n, 0n, 7_000_000n),
  })
  .map(({ snapshot, reserves, owing }) => ({
    ...snapshot,
    accounts: snapshot.accounts.map((a, i) => ({
      ...a,
      reserve: cents(reserves[i] ?? 0n),
      cash: cents(a.cash - (i === 0 ? owing : 0n)),
    })),
  }))

describe('depositToTarget, whatever the book', () => {
  it('is enough to reach the target, and one cent less is not', () => {
    let reached = 0
    fc.assert(
      fc.property(anyBook, anyPolicy, (snapshot, { target }) => {
        const { onTarget } = depositToTarget(snapshot, target)
        if (onTarget === null) {
          expect(reachesTarget(snapshot, target, VAST)).toBe(false)
          return
        }
        reached += 1
        expect(reachesTarget(snapshot, target, onTarget)).toBe(true)
        if (onTarget > 0n) expect(reachesTarget(snapshot, target, onTarget - 1n)).toBe(false)
      }),
      { numRuns: 500 },
    )
    expect(reached).toBeGreaterThan(50)
  })

  it('is enough to come inside every band, and one cent less is not', () => {
    let reached = 0
    fc.assert(
      fc.property(anyBook, anyPolicy, fc.bigInt({ min: 0n, max: 10n ** 10n }), (snapshot, { target }, more) => {
        const { insideBands } = depositToTarget(snapshot, target)
        if (insideBands === null) {
          expect(reachesBands(snapshot, target, VAST)).toBe(false)
          return
        }
        reached += 1
        expect(reachesBands(snapshot, target, insideBands)).toBe(true)
        expect(reachesBands(snapshot, target, insideBands + more)).toBe(true)
        if (insideBands > 0n) expect(reachesBands(snapshot, target, insideBands - 1n)).toBe(false)
      }),
      { numRuns: 500 },
    )
    expect(reached).toBeGreaterThan(50)
  })

  it('never asks for more to come inside the bands than to stand on the target', () => {
    fc.assert(
      fc.property(anyBook, anyPolicy, fc.boolean(), (snapshot, { target }, counts) => {
        const { onTarget, insideBands } = depositToTarget(snapshot, target, counts)
        if (onTarget !== null) expect(insideBands !== null && insideBands <= onTarget).toBe(true)
      }),
    )
  })
})
