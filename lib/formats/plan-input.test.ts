import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '@/lib/core/portfolio'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { diffInputs } from '@/lib/core/snapshot-diff'
import { bps, cents, ONE, quantity } from '@/lib/core/units'
import { canonicalInput, decodeInput, encodeInput } from '@/lib/formats/plan-input'

/** Changes of a book, some of which decide trades and some not. */
const anyChange = fc.constantFrom<(s: Snapshot) => void>(
  (s) => void (s.version += 1),
  (s) => void s.accounts.reverse(),
  (s) => void s.holdings.reverse(),
  (s) => void (s.cashCounts = !s.cashCounts),
  (s) => s.accounts.forEach((a) => void (a.name = `${a.name}!`)),
  (s) => s.accounts.forEach((a) => void (a.cash = cents(a.cash + 1n))),
  (s) => s.holdings.forEach((h) => void (h.name = `${h.name}!`)),
  (s) => s.holdings.forEach((h) => void (h.priceSource = 'pasted')),
  (s) => s.holdings.forEach((h) => void (h.locked = !h.locked)),
  (s) => s.holdings.forEach((h) => void (h.quantity = quantity(h.quantity + ONE))),
  (s) => s.holdings.forEach((h) => h.lots.forEach((lot) => void (lot.id = `${lot.id}!`))),
  (s) => s.holdings.forEach((h) => void h.lots.pop()),
)

describe('canonicalInput', () => {
  it('is the same text exactly where nothing moved', () => {
    fc.assert(
      fc.property(anySnapshot, anyPolicy, fc.array(anyChange, { maxLength: 3 }), (snapshot, policy, changes) => {
        const changed = structuredClone(snapshot)
        for (const change of changes) change(changed)
        const moved = diffInputs({ snapshot, target: policy.target }, { snapshot: changed, target: policy.target })
        expect(canonicalInput(changed, policy) === canonicalInput(snapshot, policy)).toBe(moved.length === 0)
      }),
    )
  })

  it('tells every choice of the policy apart', () => {
    fc.assert(
      fc.property(anySnapshot, anyPolicy, (snapshot, policy) => {
        const others = [
          { ...policy, minTrade: cents(policy.minTrade + 1n) },
          { ...policy, maxPriceAge: policy.maxPriceAge + 1 },
          { ...policy, taxRates: { ...policy.taxRates, long: bps(policy.taxRates.long + 1) } },
          { ...policy, cashFlows: [...policy.cashFlows, { accountId: 'x', amount: cents(1n) }] },
        ]
        const texts = [policy, ...others].map((p) => canonicalInput(snapshot, p))
        expect(new Set(texts).size).toBe(texts.length)
      }),
    )
  })
})

describe('encodeInput', () => {
  it('reads back as it was', () => {
    fc.assert(
      fc.property(anySnapshot, anyPolicy, (snapshot, { target }) => {
        expect(decodeInput(encodeInput({ snapshot, target }))).toEqual({ snapshot, target })
      }),
    )
  })

  it.each(['', 'null', '[]', '{"snapshot":{}}', 'x'])('gives null for %j', (text) => {
    expect(decodeInput(text)).toBeNull()
  })
})
