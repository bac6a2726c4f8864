import { describe, expect, it } from 'vitest'
import { dateIn } from '@/lib/auth/clock'

const at = new Date('2026-11-22T23:30:00Z')

describe('dateIn', () => {
  it.each([
    ['UTC', '2026-11-22'],
    ['Asia/Shanghai', '2026-11-23'],
    ['America/Los_Angeles', '2026-11-22'],
    ['Pacific/Kiritimati', '2026-11-23'],
    [undefined, '2026-11-22'],
    ['Mars/Olympus', '2026-11-22'],
  ])('says in %s %s', (zone, date) => {
    expect(dateIn(zone, at)).toBe(date)
  })
})
