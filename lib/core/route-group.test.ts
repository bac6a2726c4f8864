import fc from 'fast-check'
import { expect, it } from 'vitest'
import { routeGroup } from '@/lib/core/route-group'

const id = '0192f0c1-2b3d-7e4f-8a5b-6c7d8e9f0a1b'

it.each([
  ['/', 'home'],
  ['/login', 'login'],
  ['/settings/security/log', 'settings'],
  [`/${id}`, 'overview'],
  [`/${id}/holdings`, 'holdings'],
  [`/${id}/plans/${id}/export`, 'plans'],
  [`/${id}/someone@example.org`, 'other'],
  ['/_next/static/chunks/a.js', 'static'],
  ['/api/health', 'api/health'],
  [`/api/export/plan/${id}`, 'api/export/plan'],
  ['/api/export/constructor', 'api/export/other'],
  ['/api/constructor/name', 'api/other'],
  ['/wp-login.php', 'other'],
])('%s belongs to %s', (path, group) => expect(routeGroup(path)).toBe(group))

it('knows a few dozen groups, whatever is asked for', () => {
  const groups = new Set<string>()
  const part = fc.oneof(fc.string(), fc.constantFrom('api', 'v1', 'plan', 'jobs', 'settings', '_next', id, 'holdings'))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const group = routeGroup(`/${parts.join('/')}`)
      groups.add(group)
      return /^[a-z\d/-]{4,25}$/.test(group)
    }),
  )
  expect(groups.size).toBeLessThan(60)
})
