import { describe, expect, it } from 'vitest'
import { readChoices } from '@/app/(dashboard)/[portfolioId]/policy/look-back/choices'

const DEFAULTS = { risk: 'balanced', rebalancing: 'monthly', costBps: 20 }

describe('readChoices', () => {
  it('has a default for everything', () => {
    expect(readChoices({}, 'balanced')).toEqual(DEFAULTS)
  })

  it('takes what the address says', () => {
    const params = { cost: '0', trade: 'atStateChange', risk: 'growth' }
    expect(readChoices(params, 'balanced')).toEqual({ risk: 'growth', rebalancing: 'atStateChange', costBps: 0 })
  })

  it.each(['501', '-1', '1e2', '2.5', ' 7', 'x'])('does not take a cost of %s', (cost) => {
    expect(readChoices({ cost, trade: 'never', risk: 'wild' }, 'balanced')).toEqual(DEFAULTS)
  })
})
