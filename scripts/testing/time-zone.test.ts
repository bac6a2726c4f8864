import { expect, it } from 'vitest'

it('runs the unit tests in the time zone that their project names', () => {
  const offset = new Date('2026-01-15T12:00:00Z').getTimezoneOffset()
  expect(offset).toBe(process.env.TZ === 'America/Los_Angeles' ? 480 : 0)
  expect(['UTC', 'America/Los_Angeles']).toContain(process.env.TZ)
})
