import { describe, expect, it } from 'vitest'
import { notate } from '@/lib/core/notation'
import type { PlanPolicy } from '@/lib/core/plan'
import { noTradeoff, riskOf } from '@/lib/flows/answer-questions'

const policy = (mode: PlanPolicy['mode']) => ({ mode }) as PlanPolicy

describe('the trade-off of distance against tax', () => {
  it.each([
    ['a plan that may not sell', 'buyOnly', 'bank taxable; G growth 5 @ 10 lot 5 @ 1 2020-01-02', 'noSales'],
    ['lots that nobody entered', 'full', 'bank taxable; G growth 5 @ 10', 'noLots'],
    ['lots in an account without tax', 'full', 'ira deferred; G growth 5 @ 10 lot 5 @ 1 2020-01-02', 'noLots'],
    ['a locked position', 'full', 'bank taxable; G growth 5 @ 10 locked lot 5 @ 1 2020-01-02', 'noLots'],
    ['taxable lots that may be sold', 'full', 'bank taxable; G growth 5 @ 10 lot 5 @ 1 2020-01-02', null],
  ] as const)('with %s', (_, mode, book, reason) => {
    expect(noTradeoff(notate(book), policy(mode))).toBe(reason)
  })

  it('compares regimes at the risk level of the target, or Balanced', () => {
    expect(riskOf({ kind: 'builtIn', risk: 'growth', state: 'neutral' })).toBe('growth')
    expect(riskOf({ kind: 'custom', modelId: 'm', name: 'Mine' })).toBe('balanced')
  })
})
