import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reconcileCash } from '@/lib/core/cash-reconciliation'
import { buildPlan } from '@/lib/core/plan'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'

describe('reconcileCash', () => {
  it('adds up to the cent in every account and in all, and its trades are the turnover', () => {
    fc.assert(
      fc.property(anySnapshot, anyPolicy, (snapshot, policy) => {
        const { plan } = buildPlan(snapshot, policy)
        if (!plan) return
        const { accounts, total } = reconcileCash(snapshot, policy, plan)
        for (const line of [...accounts.map((a) => a.line), total]) {
          expect(line.before + line.flow + line.sells - line.buys).toBe(line.after)
          expect(line.reserve + line.free).toBe(line.after)
        }
        expect(total.sells + total.buys).toBe(plan.turnover)
        expect(accounts.map((a) => a.account)).toEqual(snapshot.accounts)
      }),
    )
  })
})
