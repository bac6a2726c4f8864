import { describe, expect, it } from 'vitest'
import { isRecent, RECENT_MS } from '@/lib/auth/recent'

const AT = new Date('2026-11-20T08:00:00Z')
const ago = (ms: number): Date => new Date(AT.getTime() - ms)

describe('isRecent', () => {
  it.each([
    ['just now', { demo: false, confirmedAt: AT }, true],
    ['a moment before the end', { demo: false, confirmedAt: ago(RECENT_MS - 1) }, true],
    ['at the end', { demo: false, confirmedAt: ago(RECENT_MS) }, false],
    ['never', { demo: false, confirmedAt: null }, false],
    ['never, by a demo user', { demo: true, confirmedAt: null }, true],
  ])('%s', (_, user, recent) => {
    expect(isRecent(user, AT)).toBe(recent)
  })
})
