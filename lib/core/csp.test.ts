import { describe, expect, it } from 'vitest'
import { OUTAGE_CSP, pageCsp } from '@/lib/core/csp'

const rulesOf = (policy: string) =>
  new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)] as const))

describe('pageCsp', () => {
  it('lets scripts run by the nonce alone', () => {
    const rules = rulesOf(pageCsp('abc123=='))
    expect(rules.get('script-src')).toEqual(["'self'", "'nonce-abc123=='", "'strict-dynamic'"])
    expect(rules.get('object-src')).toEqual(["'none'"])
    expect(rules.get('base-uri')).toEqual(["'none'"])
    expect(rules.get('frame-ancestors')).toEqual(["'none'"])
    expect([...rules.values()].flat()).not.toContain("'unsafe-eval'")
  })

  it('names where forms may lead besides', () => {
    expect(rulesOf(pageCsp('n')).get('form-action')).toEqual(["'self'"])
    expect(rulesOf(pageCsp('n', ['https://id.example'])).get('form-action')).toEqual(["'self'", 'https://id.example'])
  })

  it('is tighter still where no script is needed', () => {
    expect(rulesOf(OUTAGE_CSP).get('default-src')).toEqual(["'none'"])
    expect(rulesOf(OUTAGE_CSP).has('script-src')).toBe(false)
  })
})
