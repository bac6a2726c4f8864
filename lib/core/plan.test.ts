import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byClass, weights } from '@/lib/core/asset-class'
import { bandState } from '@/lib/core/drift'
import { HALF, examplePolicy as policy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { applyCashFlows, buildPlan, DEFAULT_TERMS, type Plan, type PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { bps, type Cents, cents, ONE, quantity, RATE_ONE, rate, sum } from '@/lib/core/units'
import { breakdown, holdingValue } from '@/lib/core/valuation'

function planOf(snapshot: Snapshot, p: PlanPolicy): Plan {
  const { plan, issues } = buildPlan(snapshot, p)
  if (!plan) throw new Error(JSON.stringify(issues))
  return plan
}

const orders = (plan: Plan): string[] =>
  plan.trades.map((t) => `${t.accountId} ${t.side} ${Number((t.quantity * 1000n) / ONE) / 1000} ${t.symbol}`)

const dollars = (amount: number): Cents => cents(BigInt(Math.round(amount * 100)))

describe('buildPlan, by hand', () => {
  it('moves 1,000 between two funds of 6,000 and 4,000 to stand half and half', () => {
    const book = notate('A deferred; FundA growth 6000 @ 1; FundB longBonds 4000 @ 1')
    expect(orders(planOf(book, policy()))).toEqual(['A sell 1000 FundA', 'A buy 1000 FundB'])
  })

  it('trades nothing inside the bands and everything needed outside them', () => {
    const inside = notate('A deferred; G growth 5400 @ 1; B longBonds 4600 @ 1')
    expect(planOf(inside, policy()).trades).toEqual([])
    const edge = notate('A deferred; G growth 5500 @ 1; B longBonds 4500 @ 1')
    expect(planOf(edge, policy()).trades).toEqual([])
  })

  it('stops at the nearest edge when that is the destination', () => {
    const book = notate('A deferred; G growth 6000 @ 1; B longBonds 4000 @ 1')
    const target = { weights: HALF, bands: DEFAULT_BANDS, destination: 'edge' as const }
    expect(orders(planOf(book, policy({ target })))).toEqual(['A sell 500 G', 'A buy 500 B'])
    const halfway = { ...target, destination: 'halfway' as const }
    expect(orders(planOf(book, policy({ target: halfway })))).toEqual(['A sell 750 G', 'A buy 750 B'])
  })

  it('buys half of a 100-dollar fund with 50 dollars when fractions may be traded', () => {
    const book = notate('A deferred cash 50; ETF growth 0 @ 100 unit 0.01', { cashCounts: false })
    const only = policy({ mode: 'buyOnly' }, weights({ growth: 10_000 }))
    expect(orders(planOf(book, only))).toEqual(['A buy 0.5 ETF'])
  })

  it('never spends more than the cash there is', () => {
    const book = notate('A deferred cash 1000; X growth 0 @ 1; Y longBonds 0 @ 1; Z tech 1000 @ 1', {
      cashCounts: false,
    })
    const plan = planOf(book, policy({ mode: 'buyOnly' }))
    expect(plan.turnover).toBe(dollars(1000))
    expect(plan.cashAfter.A).toBe(0n)
  })

  it('places new cash over five sleeves and spends exactly all of it', () => {
    const book = notate(
      'A deferred; S1 growth 1349180 @ 0.01; S2 tech 369600 @ 0.01; S3 longBonds 343560 @ 0.01; S4 digital 191920 @ 0.01; S5 alternatives 192690 @ 0.01',
      { cashCounts: false },
    )
    const target = weights({ growth: 4000, tech: 2000, longBonds: 2000, digital: 1000, alternatives: 1000 })
    const plan = planOf(
      book,
      policy({ mode: 'newMoney', cashFlows: [{ accountId: 'A', amount: dollars(8863.5) }] }, target),
    )
    expect(plan.turnover).toBe(dollars(8863.5))
    expect(plan.trades.some((t) => t.symbol === 'S1')).toBe(false)
  })

  it('places new cash even with every class inside its band', () => {
    const book = notate('A deferred; G growth 5000 @ 1; B longBonds 5000 @ 1', { cashCounts: false })
    const plan = planOf(book, policy({ mode: 'newMoney', cashFlows: [{ accountId: 'A', amount: dollars(100) }] }))
    expect(orders(plan).sort()).toEqual(['A buy 50 B', 'A buy 50 G'])
  })

  it('leaves other cash alone when only new money may be placed', () => {
    const book = notate('A deferred cash 900; G growth 100 @ 1; B longBonds 0 @ 1', { cashCounts: false })
    const plan = planOf(book, policy({ mode: 'newMoney', cashFlows: [{ accountId: 'A', amount: dollars(50) }] }))
    expect(orders(plan)).toEqual(['A buy 50 B'])
    expect(plan.cashAfter.A).toBe(dollars(900))
  })

  it('repairs an overdraft of one cent, and says what is missing when nothing can be sold', () => {
    const book = notate('A deferred cash -0.01; G growth 500 @ 1; B longBonds 500 @ 1')
    expect(planOf(book, policy()).cashAfter.A).toBeGreaterThanOrEqual(0n)
    const stuck = buildPlan(notate('A deferred cash -50; G growth 500 @ 1 locked'), policy())
    expect(stuck.plan).toBeNull()
    expect(stuck.issues).toContainEqual(
      expect.objectContaining({ code: 'cash.short', values: { missing: '50.00', reserve: '0.00' } }),
    )
  })

  it('raises a withdrawal by selling what is above its target', () => {
    const book = notate('A deferred; G growth 6000 @ 1; B longBonds 4000 @ 1')
    const plan = planOf(book, policy({ cashFlows: [{ accountId: 'A', amount: dollars(-2000) }] }))
    expect(plan.cashAfter.A).toBeGreaterThanOrEqual(0n)
    expect(plan.trades.every((t) => t.side === 'sell' && t.symbol === 'G')).toBe(true)
  })

  it('keeps the reserve out of the sums and out of the trades', () => {
    const book = notate('A deferred cash 5000 reserve 4000; G growth 0 @ 1; B longBonds 0 @ 1', { cashCounts: false })
    const plan = planOf(book, policy())
    expect(plan.before.investable).toBe(dollars(1000))
    expect(plan.cashAfter.A).toBe(dollars(4000))
    expect(orders(plan)).toEqual(['A buy 500 B', 'A buy 500 G'])
  })

  it('sells for a target of zero, and never buys it', () => {
    const book = notate('A deferred; G growth 500 @ 1; B longBonds 400 @ 1; X digital 100 @ 1')
    const plan = planOf(book, policy())
    expect(orders(plan)).toContain('A sell 100 X')
  })

  it('applies the minimum to sales too', () => {
    const book = notate('A deferred; G growth 5600 @ 1; B longBonds 4400 @ 1')
    expect(planOf(book, policy({ minTrade: dollars(1300) })).trades).toEqual([])
    for (const t of planOf(book, policy({ minTrade: dollars(500) })).trades)
      expect(t.value).toBeGreaterThanOrEqual(50_000n)
  })

  it('sells the lots with the least tax per share, not the dearest', () => {
    const book = notate(
      'A taxable; G growth 20 @ 100 lot 10 @ 80 2026-06-01 lot 10 @ 40 2020-01-01; B longBonds 10 @ 100',
    )
    const plan = planOf(book, policy({}, weights({ growth: 5000, longBonds: 5000 })))
    const sale = plan.trades.find((t) => t.side === 'sell')
    expect(sale?.lots.map((l) => [l.lotId, l.term])).toEqual([['A/G/1', 'short']])
    expect(sale?.tax).toBe(dollars((Number(sale?.quantity) / Number(ONE)) * 20 * 0.37))
  })

  it('prefers to sell in the account where no tax is due', () => {
    const book = notate(`T taxable; G growth 50 @ 100 lot 50 @ 10 2020-01-01; B longBonds 0 @ 100
      D deferred; G growth 50 @ 100; B longBonds 0 @ 100`)
    const plan = planOf(book, policy())
    expect(orders(plan)).toEqual(['D sell 50 G', 'D buy 50 B'])
    expect(plan.tax.total).toBe(0n)
  })
})

describe('buildPlan, refused or marked', () => {
  const codes = (text: string, more: Partial<PlanPolicy> = {}): string[] =>
    buildPlan(notate(text), policy(more)).issues.map((i) => `${i.severity} ${i.code} ${i.subject}`)

  it('refuses a missing, a stale and a future price with its row', () => {
    expect(codes('A deferred; G growth 5 @ ?; B longBonds 5 @ 1')).toContain('error price.missing G')
    expect(codes('A deferred; G growth 5 @ 1 on 2026-11-12; B longBonds 5 @ 1')).toContain('error price.stale G')
    expect(codes('A deferred; G growth 5 @ 1 on 2026-11-13')).not.toContain('error price.stale G')
    expect(codes('A deferred; G growth 5 @ 1 on 2026-12-24')).toContain('error price.future G')
    expect(buildPlan(notate('A deferred; G growth 5 @ ?; B longBonds 5 @ 1'), policy()).plan).toBeNull()
  })

  it('lists every problem at once', () => {
    const found = codes(
      'A deferred; G growth 5 @ ?; H growth 5 @ 0; B longBonds 5 @ 1 lot 6 @ 1 2020-01-01; G growth 1 @ 1',
    )
    expect(found).toEqual([
      'error price.missing G',
      'error price.notPositive H',
      'error lots.exceed B',
      'error holding.duplicate G',
    ])
  })

  it('leaves what nobody classified out of the trades and in the total', () => {
    const { plan, issues } = buildPlan(
      notate('A deferred; Q ? 1000 @ 1; G growth 9000 @ 1; B longBonds 0 @ 1'),
      policy(),
    )
    expect(issues.map((i) => i.code)).toContain('class.unknown')
    expect(plan?.before.values.unclassified).toBe(dollars(1000))
    expect(plan?.trades.map((t) => t.symbol)).not.toContain('Q')
  })

  it('says which class has no security to buy', () => {
    expect(codes('A deferred; G growth 9000 @ 1')).toContain('warning class.noSecurity longBonds')
  })

  it('refuses targets short of the whole, an empty book, and new money without money', () => {
    const short = { weights: weights({ growth: 9000 }), bands: DEFAULT_BANDS, destination: 'target' as const }
    expect(codes('A deferred; G growth 1 @ 1', { target: short })).toContain('error targets.total targets')
    expect(codes('A deferred')).toContain('error portfolio.empty portfolio')
    expect(codes('A deferred; G growth 1 @ 1', { mode: 'newMoney' })).toContain('error cashFlow.noneToPlace cashFlows')
  })
})

describe('buildPlan, whatever the portfolio', () => {
  const everyPlan = (check: (snapshot: Snapshot, p: PlanPolicy, plan: Plan) => void, numRuns = 150): void => {
    fc.assert(
      fc.property(anySnapshot, anyPolicy, (snapshot, p) => {
        const { plan } = buildPlan(snapshot, p)
        if (plan) check(snapshot, p, plan)
      }),
      { numRuns },
    )
  }

  it('conserves value to the cent, by account and as a whole', () => {
    everyPlan((snapshot, p, plan) => {
      expect(plan.after.total).toBe(plan.before.total - plan.costs)
      for (const account of applyCashFlows(snapshot, p).accounts) {
        const moved = plan.trades
          .filter((t) => t.accountId === account.id)
          .map((t) => (t.side === 'sell' ? t.value : -t.value) - t.cost)
        expect(plan.cashAfter[account.id]).toBe(account.cash + sum(moved))
      }
    })
  })

  it('oversells nothing, overdraws nothing, trades whole units, and never both ways', () => {
    everyPlan((snapshot, p, plan) => {
      for (const account of snapshot.accounts) expect(plan.cashAfter[account.id]).toBeGreaterThanOrEqual(0n)
      expect(new Set(plan.trades.map((t) => t.holdingId)).size).toBe(plan.trades.length)
      for (const t of plan.trades) {
        const h = snapshot.holdings.find((x) => x.id === t.holdingId)
        expect(h && !h.locked && h.split !== null && t.quantity > 0n && t.quantity % h.unit === 0n).toBe(true)
        if (t.side === 'sell') expect(t.quantity <= (h?.quantity ?? 0n) && p.mode === 'full').toBe(true)
        expect(t.value >= p.minTrade && t.value > 0n).toBe(true)
        for (const l of t.lots) expect(l.quantity <= (h?.lots.find((x) => x.id === l.lotId)?.quantity ?? 0n)).toBe(true)
      }
    })
  })

  it('values what it trades as the holdings screen does', () => {
    everyPlan((snapshot, _, plan) => {
      for (const t of plan.trades) {
        const h = snapshot.holdings.find((x) => x.id === t.holdingId)
        if (!h) throw new Error('A trade of nothing')
        const signed = t.side === 'buy' ? t.quantity : -t.quantity
        const after = holdingValue({ price: h.price, quantity: quantity(h.quantity + signed) }) ?? 0n
        const change = after - (holdingValue(h) ?? 0n)
        expect(t.value).toBe(change < 0n ? -change : change)
      }
    })
  })

  it('trades nothing when every class is inside its band and no money comes or goes', () => {
    everyPlan((snapshot, p) => {
      const quiet: PlanPolicy = { ...p, mode: 'full', cashFlows: [] }
      const now = breakdown(snapshot)
      const inside = (['growth', 'tech', 'longBonds', 'digital', 'moneyFunds', 'alternatives'] as const).every(
        (c) => bandState(now, wide(quiet), c).side === 'inside',
      )
      if (inside) expect(planOf(snapshot, { ...quiet, target: wide(quiet) }).trades).toEqual([])
    })
  })

  it('plans the same twice, and whatever the order of rows', () => {
    everyPlan((snapshot, p, plan) => {
      expect(buildPlan(snapshot, p).plan).toEqual(plan)
      const turned = {
        ...snapshot,
        accounts: [...snapshot.accounts].reverse(),
        holdings: [...snapshot.holdings].reverse(),
      }
      const other = buildPlan(turned, p).plan
      expect(other?.trades).toEqual(plan.trades)
      expect(other?.cashAfter).toEqual(plan.cashAfter)
    }, 80)
  })

  it('never leads further from the goal than doing nothing', () => {
    everyPlan((_, p, plan) => {
      if (p.cashFlows.length > 0 || p.target.destination !== 'target') return
      const outside = (b: Plan['before']): number =>
        (['growth', 'tech', 'longBonds', 'digital', 'moneyFunds', 'alternatives'] as const).filter(
          (c) => bandState(b, p.target, c).side !== 'inside',
        ).length
      if (outside(plan.before) === 0) expect(plan.trades).toEqual([])
    })
  })
})

describe('buildPlan, certified', () => {
  const judged = fc.record({
    snapshot: anySnapshot,
    p: anyPolicy,
    netting: fc.boolean(),
    fee: fc.constantFrom(0n, 495n),
    spread: fc.constantFrom(0n, 1_000_000n),
    lossCredit: fc.constantFrom(0n, RATE_ONE / 2n),
  })
  const everyPlan = (check: (snapshot: Snapshot, p: PlanPolicy, plan: Plan) => void, numRuns = 60): void => {
    fc.assert(
      fc.property(judged, ({ snapshot, p, netting, fee, spread, lossCredit }) => {
        const terms = { ...p.terms, netting, orderFee: cents(fee), spread: rate(spread), lossCredit: rate(lossCredit) }
        const policyWithTerms = { ...p, terms }
        const { plan } = buildPlan(snapshot, policyWithTerms)
        if (plan) check(snapshot, policyWithTerms, plan)
      }),
      { numRuns },
    )
  }
  const executed = (snapshot: Snapshot, plan: Plan): Snapshot => ({
    ...snapshot,
    accounts: snapshot.accounts.map((a) => ({ ...a, cash: plan.cashAfter[a.id] ?? a.cash })),
    holdings: snapshot.holdings.map((h) => {
      const t = plan.trades.find((x) => x.holdingId === h.id)
      if (!t) return h
      const sold = new Map(t.lots.map((l) => [l.lotId, l.quantity]))
      const lots = h.lots
        .map((l) => ({ ...l, quantity: quantity(l.quantity - (sold.get(l.id) ?? 0n)) }))
        .filter((l) => l.quantity > 0n)
      return { ...h, quantity: quantity(h.quantity + (t.side === 'buy' ? t.quantity : -t.quantity)), lots }
    }),
  })

  it('is confirmed by the checker, with a bound below the objective and parts that make it up', () => {
    everyPlan((_, __, { certificate: c }) => {
      expect(c.certified).toBe(true)
      expect(c.lowerBound <= c.objective && c.gapPpb >= 0).toBe(true)
      const parts = sum(Object.values(c.parts))
      expect(parts - c.objective <= 5n && c.objective - parts <= 5n).toBe(true)
    })
  })

  it('pays its costs from cash, and nothing more', () => {
    everyPlan((_, __, plan) => expect(plan.after.total).toBe(plan.before.total - plan.costs))
  })

  it('pays no tax where nothing is sold', () => {
    everyPlan((_, __, plan) => {
      if (plan.trades.every((t) => t.side === 'buy')) expect(plan.tax.total).toBe(0n)
    })
  })

  it('does not improve by more than the stated gap when it is executed and asked again', () => {
    everyPlan((snapshot, { mode, target, ...rest }) => {
      if (mode === 'newMoney') return
      // Without bands the plan after is measured as the plan before. Costs would make the portfolio, and the targets, smaller.
      const terms = { ...rest.terms, orderFee: cents(0n), spread: rate(0n) }
      const p: PlanPolicy = { ...rest, mode, cashFlows: [], terms, target: { ...target, bands: bandsOf(0) } }
      const { plan } = buildPlan(snapshot, p)
      const again = plan && buildPlan(executed(snapshot, plan), p).plan
      if (!plan || !again) return
      const gain = plan.certificate.parts.tracking - again.certificate.objective
      const gap = plan.certificate.objective - plan.certificate.lowerBound
      // Values are rounded to cents and lots are split, one by one.
      expect(gain <= gap + 200n * BigInt(1 + snapshot.holdings.length)).toBe(true)
    }, 40)
  })

  it('scales with all money', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 9000 }), (k, held) => {
        const book = (n: number) =>
          notate(
            `A deferred cash ${1000 * n}; G growth ${held} @ ${3 * n}; T tech 40 @ ${25 * n}; B longBonds 100 @ ${7 * n}`,
          )
        const [one, many] = [planOf(book(1), policy()), planOf(book(k), policy())]
        const off = many.certificate.objective - one.certificate.objective * BigInt(k)
        const gap = (plan: Plan): bigint => plan.certificate.objective - plan.certificate.lowerBound
        expect(off <= gap(many) + BigInt(k) && -off <= gap(one) * BigInt(k) + BigInt(k)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('is not changed by a security that is of no use', () => {
    everyPlan((snapshot, p, plan) => {
      const [first] = snapshot.accounts
      if (!first) return
      const useless = { id: 'u', accountId: first.id, symbol: 'USELESS', name: '', noBuy: true, quantity: quantity(0n) }
      const model = notate('x deferred; Z growth 0 @ 10').holdings[0]
      if (!model) return
      const more = { ...snapshot, holdings: [...snapshot.holdings, { ...model, ...useless }] }
      expect(buildPlan(more, p).plan?.trades).toEqual(plan.trades)
    }, 30)
  })

  it('is never worse for a constraint that is loosened, beyond the gaps', () => {
    everyPlan((snapshot, p, plan) => {
      const loose = buildPlan(snapshot, { ...p, minTrade: cents(0n) }).plan
      if (!loose || p.cashFlows.length > 0) return
      expect(loose.certificate.lowerBound <= plan.certificate.objective).toBe(true)
    }, 40)
  })

  it('takes lots of equal tax per unit oldest first', () => {
    const book =
      notate(`T taxable; G growth 30 @ 100 lot 10 @ 50 2022-01-01 lot 10 @ 50 2020-01-01 lot 10 @ 50 2021-01-01
      B longBonds 0 @ 100`)
    const sale = planOf(book, policy()).trades.find((t) => t.side === 'sell')
    expect(sale?.lots.map((l) => l.acquired)).toEqual(['2020-01-01', '2021-01-01'])
  })

  it('shares what it sells among the securities of a class as told, and meets the class first', () => {
    const book = notate('I deferred; A growth 300 @ 100; B growth 100 @ 100; C longBonds 0 @ 100')
    const sold = (securities: PlanPolicy['terms']['securities']): string[] =>
      orders(planOf(book, policy({ terms: { ...DEFAULT_TERMS, securities } }))).filter((o) => o.includes('sell'))
    expect(sold('keep')).toEqual(['I sell 150 A', 'I sell 50 B'])
    expect(sold('equal')).toEqual(['I sell 200 A'])
    expect(sold({ A: bps(2500), B: bps(7500) })).toEqual(['I sell 200 A'])
  })

  it('keeps to its deadline with the best that it has', () => {
    let now = 0
    const book = notate('A deferred cash 900; G growth 13 @ 71.37; T tech 17 @ 213.9; B longBonds 9 @ 301.13')
    const { plan, status } = buildPlan(book, policy({ terms: { ...DEFAULT_TERMS, deadline: 1 } }), () => now++)
    expect(plan?.certificate.certified).toBe(true)
    expect(['optimal', 'withinTolerance', 'deadline']).toContain(status)
  })

  it('says which account lacks how much, limit on turnover or not', () => {
    const book = notate('A deferred cash -60 reserve 0; G growth 10 @ 5; B longBonds 100 @ 1 locked')
    const { status, issues } = buildPlan(book, policy())
    expect(status).toBe('infeasible')
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'cash.short', accountId: 'A', values: { missing: '10.00', reserve: '0.00' } }),
    )
  })
})

/** The same target with bands of 45 points, so that random portfolios often lie inside. */
const wide = (p: PlanPolicy): PlanPolicy['target'] => ({ ...p.target, bands: bandsOf(4500) })

const bandsOf = (halfWidth: number): PlanPolicy['target']['bands'] =>
  byClass(() => ({ rule: 'absolute', halfWidth: bps(halfWidth) }))
