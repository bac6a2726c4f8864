import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan, type PlanPolicy } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { bps, cents, fineMoney, ONE, type Quantity, quantity, rate } from '@/lib/core/units'
import { type CheckName, isSound, verifyPlan } from '@/lib/core/verify-plan'

const HASH = 'sha256:00'

function documentOf(snapshot: PlanDocument['snapshot'], policy: PlanPolicy): PlanDocument | null {
  const { plan, issues } = buildPlan(snapshot, policy)
  const adoption = {
    ...policy.target,
    id: 'a',
    origin: { kind: 'holdings' as const },
    adoptedAt: '2026-11-19T08:00:00.000Z',
  }
  return plan && { snapshot, policy, adoption, plan, issues, inputHash: HASH }
}

const failed = (document: PlanDocument): CheckName[] =>
  verifyPlan(document, { inputHash: HASH })
    .filter((c) => !c.ok)
    .map((c) => c.check)

const SNAPSHOT = notate(
  'bank taxable cash 5000.50; VTI growth 100 @ 250 lot 60 @ 120.125 2020-01-02 lot 40 @ 240 2026-09-02; BND longBonds 3 @ 70; ira deferred cash 100; QQQ growth 12 @ 400; TLT longBonds 0 @ 90',
)
const POLICY = examplePolicy({ terms: { ...examplePolicy().terms, orderFee: cents(100n), spread: rate(500_000n) } })
const GOOD = documentOf(SNAPSHOT, POLICY) as PlanDocument

type Spoil = (d: PlanDocument) => void
const spoilt = (spoil: Spoil): PlanDocument => {
  const copy = { ...structuredClone(GOOD), adoption: structuredClone(GOOD.adoption) }
  spoil(copy)
  return copy
}
const sale = (d: PlanDocument) =>
  d.plan.trades.find((t) => t.side === 'sell' && t.lots.length > 0) as PlanDocument['plan']['trades'][number]

const TAMPERED: [string, Spoil, CheckName][] = [
  ['another fingerprint', (d) => Object.assign(d, { inputHash: 'sha256:01' }), 'hash'],
  ['one cent of cash after', (d) => bump(d.plan.cashAfter), 'cash'],
  ['one cent of an input', (d) => Object.assign(d.snapshot.accounts[0] ?? {}, { cash: 1n }), 'cash'],
  ['one cent of a trade', (d) => bump(sale(d), 'value'), 'values'],
  ['one share more', (d) => Object.assign(sale(d), { quantity: quantity(sale(d).quantity + ONE) }), 'values'],
  ['half a share', (d) => Object.assign(sale(d), { quantity: quantity(ONE / 2n) }), 'quantities'],
  ['more than is held', (d) => Object.assign(sale(d), { quantity: quantity(1000n * ONE) }), 'quantities'],
  ['one cent of costs', (d) => bump(d.plan, 'costs'), 'costs'],
  ['one cent of turnover', (d) => bump(d.plan, 'turnover'), 'turnover'],
  ['one cent of a class', (d) => bump(d.plan.after.values, 'growth'), 'totals'],
  ['one basis point of a weight', (d) => Object.assign(d.plan.before.weights ?? {}, { growth: bps(1) }), 'totals'],
  ['another drift', (d) => Object.assign(d.plan, { driftAfter: bps((d.plan.driftAfter ?? 0) + 1) }), 'drift'],
  ['more of a lot', (d) => Object.assign(sale(d).lots[0] ?? {}, { quantity: (99n * ONE) as Quantity }), 'lots'],
  ['a lot that is not there', (d) => Object.assign(sale(d).lots[0] ?? {}, { lotId: 'none' }), 'lots'],
  ['one cent of a gain', (d) => bump(sale(d).lots[0] as object, 'gain'), 'lots'],
  ['one cent of tax', (d) => bump(d.plan.tax, 'total'), 'tax'],
  [
    'a reserve that is not kept',
    (d) => Object.assign(d.snapshot.accounts[0] ?? {}, { reserve: cents(10_000_000n) }),
    'reserves',
  ],
  [
    'a target that was not adopted',
    (d) => Object.assign(d.adoption.weights, { growth: bps(4999), tech: bps(1) }),
    'target',
  ],
  ['another reason', (d) => Object.assign(sale(d).reason, { bound: 'cash' }), 'reasons'],
  ['a warning left out', (d) => d.issues.push({ code: 'lots.missing', severity: 'warning', subject: 'X' }), 'remarks'],
  ['trades of a locked row', (d) => lock(d), 'limits'],
  ['a better objective', (d) => bump(d.plan.certificate, 'objective', -1n), 'objective'],
  [
    'a higher bound',
    (d) => Object.assign(d.plan.certificate, { lowerBound: d.plan.certificate.objective }),
    'lowerBound',
  ],
  [
    'a bound above the objective',
    (d) => Object.assign(d.plan.certificate, { lowerBound: fineMoney(10n ** 12n) }),
    'lowerBound',
  ],
  ['a smaller gap', (d) => Object.assign(d.plan.certificate, { gapPpb: d.plan.certificate.gapPpb + 1 }), 'gap'],
  ['another word for it', (d) => Object.assign(d.plan.certificate, { status: 'optimal' }), 'gap'],
  ['two rows of one id', (d) => d.snapshot.holdings.push(d.snapshot.holdings[0] as never), 'input'],
]

function bump(row: object, field = Object.keys(row)[0] as string, by = 1n): void {
  const fields = row as Record<string, bigint>
  fields[field] = (fields[field] ?? 0n) + by
}
function lock(d: PlanDocument): void {
  for (const h of d.snapshot.holdings) if (h.id === sale(d).holdingId) h.locked = true
}

describe('verifyPlan', () => {
  it('passes a plan as it was made', () => {
    expect(GOOD.plan.trades.length).toBeGreaterThan(1)
    expect(failed(GOOD)).toEqual([])
  })

  it.each(TAMPERED)('finds %s', (_, spoil, check) => {
    expect(failed(spoilt(spoil))).toContain(check)
  })

  it('says where, what the file has, and what it should be', () => {
    const [cash] = verifyPlan(
      spoilt((d) => bump(d.plan.cashAfter)),
      { inputHash: HASH },
    ).filter((c) => !c.ok)
    expect(cash).toMatchObject({ check: 'cash', compared: 4, faults: [{ subject: expect.anything() }] })
    expect(cash?.faults[0]?.stated).not.toBe(cash?.faults[0]?.computed)
  })

  it('takes a plan that claims nothing as one without a proof', () => {
    const parts = Object.fromEntries(Object.keys(GOOD.plan.certificate.parts).map((p) => [p, fineMoney(0n)]))
    const unproven = { status: 'deadline', objective: 0n, lowerBound: 0n, gapPpb: 0, certified: false, parts }
    expect(failed(spoilt((d) => Object.assign(d.plan.certificate, unproven)))).toEqual([])
  })

  it('passes whatever the allocator makes of any portfolio', () => {
    fc.assert(
      fc.property(anySnapshot, anyPolicy, (snapshot, policy) => {
        const document = documentOf(snapshot, policy)
        if (!document) return
        expect(verifyPlan(document, { inputHash: HASH }).filter((c) => !c.ok)).toEqual([])
        expect(isSound(verifyPlan(document, { inputHash: HASH }))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
