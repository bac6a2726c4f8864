import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Account, AppliedRate, Holding, Snapshot } from '@/lib/core/portfolio'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { anyMixed } from '@/lib/core/random-rates'
import { diffInputs } from '@/lib/core/snapshot-diff'
import { bps, cents, fxRate, type IsoDate, ONE, quantity } from '@/lib/core/units'
import { canonicalInput, decodeInput, encodeInput } from '@/lib/formats/plan-input'

type Edit = (snapshot: Snapshot) => Snapshot

const accounts =
  (edit: (account: Account) => Account): Edit =>
  (s) => ({ ...s, accounts: s.accounts.map(edit) })
const holdings =
  (edit: (holding: Holding) => Holding): Edit =>
  (s) => ({ ...s, holdings: s.holdings.map(edit) })

const requoted =
  (edit: (rate: AppliedRate) => Partial<AppliedRate>): Edit =>
  (s) => ({
    ...s,
    accounts: s.accounts.map((a) => (a.quoted ? { ...a, quoted: { ...a.quoted, ...edit(a.quoted) } } : a)),
    holdings: s.holdings.map((h) => (h.quoted ? { ...h, quoted: { ...h.quoted, ...edit(h.quoted) } } : h)),
  })
const anyBook = fc.oneof(anySnapshot, anyMixed)

/** Changes of a book, some of which decide trades and some not. */
const anyEdit = fc.constantFrom<Edit>(
  (s) => ({ ...s, version: s.version + 1 }),
  (s) => ({ ...s, accounts: s.accounts.toReversed() }),
  (s) => ({ ...s, holdings: s.holdings.toReversed() }),
  (s) => ({ ...s, cashCounts: !s.cashCounts }),
  accounts((a) => ({ ...a, name: `${a.name}!` })),
  accounts((a) => ({ ...a, cash: cents(a.cash + 1n) })),
  (s) => ({ ...s, currency: s.currency === 'USD' ? 'EUR' : 'USD' }),
  requoted(({ rate }) => ({ rate: rate && fxRate(rate + 1n) })),
  requoted(() => ({ source: 'file', via: 'EUR' })),
  requoted(() => ({ ratedOn: '2026-11-19' as IsoDate })),
  holdings((h) => ({ ...h, name: `${h.name}!` })),
  holdings((h) => ({ ...h, priceSource: 'pasted' })),
  holdings((h) => ({ ...h, locked: !h.locked })),
  holdings((h) => ({ ...h, quantity: quantity(h.quantity + ONE) })),
  holdings((h) => ({ ...h, lots: h.lots.map((lot) => ({ ...lot, id: `${lot.id}!` })) })),
  holdings((h) => ({ ...h, lots: h.lots.slice(1) })),
)

describe('canonicalInput', () => {
  it('is the same text exactly where nothing moved', () => {
    fc.assert(
      fc.property(anyBook, anyPolicy, fc.array(anyEdit, { maxLength: 3 }), (snapshot, policy, edits) => {
        const changed = edits.reduce((s, edit) => edit(s), snapshot)
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
      fc.property(anyBook, anyPolicy, (snapshot, { target }) => {
        expect(decodeInput(encodeInput({ snapshot, target }))).toEqual({ snapshot, target })
      }),
    )
  })

  it.each(['', 'null', '[]', '{"snapshot":{}}', 'x'])('gives null for %j', (text) => {
    expect(decodeInput(text)).toBeNull()
  })
})
