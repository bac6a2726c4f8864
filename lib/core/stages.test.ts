import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPlan, DEFAULT_TERMS, type PlanPolicy, type Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { divideTrade } from '@/lib/core/stage-parts'
import { MOST_STAGES, type StageChoice, stageDates, stagePlan } from '@/lib/core/stages'
import { cents, type IsoDate, ONE, quantity, sum, unitPrice } from '@/lib/core/units'

const FIRST = '2026-12-01' as IsoDate
const choice = (more: Partial<StageChoice> = {}): StageChoice => ({
  count: 3,
  first: FIRST,
  every: 'month',
  n: 1,
  ...more,
})
const anyCount = fc.integer({ min: 2, max: MOST_STAGES })

/** Plans of arbitrary portfolios; enough of a document for stages. */
const documents = (terms: Partial<PlanPolicy['terms']> = {}): fc.Arbitrary<PlanDocument> =>
  fc
    .record({ snapshot: anySnapshot, policy: anyPolicy })
    .map(({ snapshot, policy: bare }) => {
      const policy = { ...bare, terms: { ...DEFAULT_TERMS, ...terms } }
      return { snapshot, policy, plan: buildPlan(snapshot, policy).plan } as PlanDocument
    })
    .filter(({ plan }) => plan !== null)

const trade = (side: Trade['side'], units: bigint, value: bigint, cost = 0n): Trade =>
  ({ side, quantity: quantity(units), value: cents(value), cost: cents(cost) }) as Trade

describe('the dates of stages', () => {
  it('are so many weeks apart', () => {
    expect(stageDates(choice({ every: 'week', n: 2 }))).toEqual(['2026-12-01', '2026-12-15', '2026-12-29'])
  })

  it('keep the day of the month where the month has it', () => {
    const first = '2027-12-31' as IsoDate
    expect(stageDates(choice({ first, count: 4 }))).toEqual(['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31'])
  })
})

describe('a divided trade', () => {
  it('sells early and buys late, in whole units', () => {
    const parts = (side: Trade['side']) =>
      divideTrade(trade(side, 5n * ONE, 500n), quantity(ONE), 3, cents(0n)).map((part) => (part?.quantity ?? 0n) / ONE)
    expect(parts('sell')).toEqual([2n, 2n, 1n])
    expect(parts('buy')).toEqual([1n, 2n, 2n])
  })

  it('adds up to the trade exactly, in multiples of the unit but for what is over at the end', () => {
    const side = fc.constantFrom('buy' as const, 'sell' as const)
    const size = fc.bigInt({ min: 1n, max: 10n ** 24n })
    const money = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(
        side,
        size,
        fc.bigInt({ min: 1n, max: 10n ** 19n }),
        money,
        money,
        anyCount,
        (s, q, u, v, c, count) => {
          const unit = quantity(u < q ? u : q)
          const parts = divideTrade(trade(s, q, v, c), unit, count, cents(0n)).map((part, i) => ({ part, i }))
          const real = parts.flatMap(({ part }) => (part ? [part] : []))
          expect(sum(real.map((part) => part.quantity))).toBe(q)
          expect(sum(real.map((part) => part.value))).toBe(v)
          expect(sum(real.map((part) => part.cost))).toBe(c)
          expect(real.every((part) => part.quantity > 0n && part.value >= 0n && part.cost >= 0n)).toBe(true)
          expect(parts.every(({ part, i }) => !part || i === count - 1 || part.quantity % unit === 0n)).toBe(true)
        },
      ),
    )
  })

  it('pays the order fee for every part', () => {
    const parts = divideTrade(trade('buy', 4n * ONE, 4000n, 130n), quantity(ONE), 4, cents(100n))
    expect(parts.map((part) => part?.cost)).toEqual([107n, 108n, 107n, 108n])
  })
})

describe('stages', () => {
  it('carry out the plan and nothing else, to the cent', () => {
    fc.assert(
      fc.property(documents(), anyCount, (document, count) => {
        const { stages, shortages, extraFees } = stagePlan(document, choice({ count }))
        const parts = stages.flatMap((stage) => stage.parts)
        for (const planned of document.plan.trades) {
          const own = parts.filter((part) => part.trade === planned)
          expect(sum(own.map((part) => part.quantity))).toBe(planned.quantity)
          expect(sum(own.map((part) => part.value))).toBe(planned.value)
          const least = document.policy.minTrade
          expect(own.every((part) => part.value >= least)).toBe(true)
        }
        expect(new Set(parts.map((part) => part.trade)).size).toBe(document.plan.trades.length)
        expect(stages.at(-1)?.cashAfter).toEqual(document.plan.cashAfter)
        expect([shortages, extraFees]).toEqual([[], 0n])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('sell before they buy in each account', () => {
    fc.assert(
      fc.property(documents(), anyCount, (document, count) => {
        for (const { parts } of stagePlan(document, choice({ count })).stages) {
          for (const account of document.snapshot.accounts) {
            const sides = parts.filter((p) => p.trade.accountId === account.id).map((p) => p.trade.side)
            expect(sides.join(' ')).toBe([...sides].sort().reverse().join(' '))
          }
        }
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('say what an account lacks where the fees of more orders are not covered', () => {
    fc.assert(
      fc.property(documents({ orderFee: cents(50_000n) }), anyCount, (document, count) => {
        const staged = stagePlan(document, choice({ count }))
        const orders = staged.stages.flatMap((stage) => stage.parts).length
        expect(staged.extraFees).toBe(50_000n * BigInt(orders - document.plan.trades.length))
        for (const { accountId, stage, missing } of staged.shortages) {
          const account = document.snapshot.accounts.find((a) => a.id === accountId)
          const after = staged.stages[stage]?.cashAfter[accountId] ?? 0n
          const floor = after + missing
          expect(missing).toBeGreaterThan(0n)
          expect(floor <= (account?.reserve ?? 0n)).toBe(true)
        }
        const total = sum(Object.values(staged.stages.at(-1)?.cashAfter ?? {}))
        expect(total).toBe(sum(Object.values(document.plan.cashAfter)) - staged.extraFees)
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('hold a small purchase back until its account can pay for it', () => {
    const sell = { ...trade('sell', 4n * ONE, 40_000n), holdingId: 'x', accountId: 'a', price: unitPrice(100n * ONE) }
    const buy = { ...trade('buy', ONE, 15_000n), holdingId: 'y', accountId: 'a', price: unitPrice(150n * ONE) }
    const account = { id: 'a', name: 'A', tax: 'taxable', cash: cents(0n), reserve: cents(0n) }
    const document = {
      snapshot: { accounts: [account], holdings: ['x', 'y'].map((id) => ({ id, unit: quantity(ONE) })) },
      policy: { cashFlows: [], minTrade: cents(10_000n), terms: DEFAULT_TERMS },
      plan: { trades: [sell, buy], cashAfter: { a: cents(25_000n) } },
    } as unknown as PlanDocument
    const { stages } = stagePlan(document, choice({ count: 4 }))
    expect(stages.map((stage) => stage.parts.map((part) => part.trade.side).join())).toEqual([
      'sell',
      'sell,buy',
      'sell',
      'sell',
    ])
    expect(stages.map((stage) => stage.cashAfter.a)).toEqual([10_000n, 5_000n, 15_000n, 25_000n])
  })
})
