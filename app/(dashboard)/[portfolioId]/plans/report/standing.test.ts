import { describe, expect, it } from 'vitest'
import { centsUp } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import { gapOf, standingOf } from '@/app/(dashboard)/[portfolioId]/plans/report/standing'
import type { Certificate } from '@/lib/core/plan'
import { fineMoney } from '@/lib/core/units'

const certificate = (more: Partial<Certificate>) =>
  ({
    certified: true,
    status: 'optimal',
    objective: fineMoney(500n),
    lowerBound: fineMoney(499n),
    ...more,
  }) as Certificate

describe('what may be said of a plan', () => {
  it.each([
    ['optimal', {}],
    ['within', { status: 'withinTolerance' }],
    ['deadline', { status: 'deadline' }],
    ['unconfirmed', { certified: false }],
    ['unconfirmed', { certified: false, status: 'deadline' }],
    ['none', { certified: false, objective: fineMoney(0n), lowerBound: fineMoney(0n) }],
  ] as const)('%s', (standing, more) => {
    expect(standingOf(certificate(more))).toBe(standing)
  })

  it('states the distance from the best never smaller than it is', () => {
    const gap = gapOf(certificate({ objective: fineMoney(32_001n), lowerBound: fineMoney(0n) }))
    expect([centsUp(gap), centsUp(fineMoney(32_000n)), centsUp(fineMoney(0n))]).toEqual([321n, 320n, 0n])
  })
})
