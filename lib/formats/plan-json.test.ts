import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import { decodeDocument, encodeDocument, planJson, readPlanJson } from '@/lib/formats/plan-json'
import { anyDocument } from '@/lib/formats/random-document'

const snapshot = notate(
  'bank taxable cash 1000.50; VTI growth 10 @ 250 lot 10 @ 120.125 2020-01-02; BND longBonds 0 @ 70',
)
const policy = examplePolicy()
const { plan, issues } = buildPlan(snapshot, policy)
if (!plan) throw new Error('The example has no plan')
const adoption = {
  ...policy.target,
  id: 'a',
  origin: { kind: 'holdings' as const },
  adoptedAt: '2026-11-19T08:00:00.000Z',
}
const document: PlanDocument = { snapshot, policy, adoption, plan, issues, inputHash: 'sha256:00' }
const file = { name: '招商 plan', savedAt: '2026-11-20T10:00:00.000Z', approvedAt: null, document }

/** Every document has a plan of its own to compute. */
const SLOW_MS = 30_000

describe('plan JSON', () => {
  it(
    'gives back every document exactly, through text and through storage',
    () => {
      fc.assert(
        fc.property(anyDocument, fc.string({ unit: 'grapheme' }), (any, name) => {
          expect(decodeDocument(JSON.parse(JSON.stringify(encodeDocument(any))))).toEqual(any)
          expect(readPlanJson(planJson({ ...file, name, document: any }))).toEqual({ ...file, name, document: any })
        }),
        { numRuns: 40 },
      )
    },
    SLOW_MS,
  )

  it('writes money, quantities and prices as decimals in strings and weights as basis points', () => {
    const json = JSON.parse(planJson(file))
    expect(json).toMatchObject({ format: 'tidemark-plan', formatVersion: 1, name: '招商 plan', inputHash: 'sha256:00' })
    expect(json.snapshot.accounts[0]).toMatchObject({ cash: '1000.50', reserve: '0.00' })
    expect(json.snapshot.holdings[0]).toMatchObject({ quantity: '10', price: '250.00' })
    expect(json.snapshot.holdings[0].lots[0]).toMatchObject({ unitCost: '120.125', acquired: '2020-01-02' })
    expect(json.policy.target.weights).toMatchObject({ growth: 5000, longBonds: 5000, tech: 0 })
  })

  it('opens a document from before plans had terms, costs and a proof', () => {
    const json = JSON.parse(planJson(file))
    delete json.policy.terms
    delete json.plan.costs
    delete json.plan.certificate
    for (const trade of json.plan.trades) {
      delete trade.cost
      delete trade.reason.closes
    }
    const opened = readPlanJson(JSON.stringify(json)).document
    expect(opened.policy).toEqual(policy)
    expect(opened.plan.trades.map(({ cost, reason }) => [cost, reason.closes])).toEqual(plan.trades.map(() => [0n, 0n]))
    expect(opened.plan).toMatchObject({ turnover: plan.turnover, costs: 0n, certificate: { certified: false } })
  })

  it.each([
    ['another format', (json: Record<string, unknown>) => ({ ...json, format: 'other' })],
    ['a later version', (json: Record<string, unknown>) => ({ ...json, formatVersion: 2 })],
    [
      'money as a number',
      (json: Record<string, unknown>) => ({ ...json, policy: { ...(json.policy as object), minTrade: 5 } }),
    ],
    [
      'money with an exponent',
      (json: Record<string, unknown>) => ({ ...json, policy: { ...(json.policy as object), minTrade: '1e5' } }),
    ],
    ['a missing plan', ({ plan: _, ...json }: Record<string, unknown>) => json],
  ])('refuses %s', (_, spoil) => {
    expect(() => readPlanJson(JSON.stringify(spoil(JSON.parse(planJson(file)))))).toThrow()
  })
})
