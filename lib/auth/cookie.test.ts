import { beforeEach, describe, expect, it, vi } from 'vitest'
import { clearSessionCookie, cookieName, sessionCookie } from '@/lib/auth/cookie'

const state = vi.hoisted(() => ({ address: '', set: [] as unknown[][] }))
vi.mock('@/lib/env', () => ({ env: () => ({ NEXTAUTH_URL: state.address }) }))
vi.mock('next/headers', () => ({ cookies: async () => ({ set: (...given: unknown[]) => state.set.push(given) }) }))

beforeEach(() => {
  state.set = []
})

describe('cookies', () => {
  it('bear the host prefix over https, and only there', () => {
    state.address = 'https://tidemark.example'
    expect(cookieName('csrf')).toBe('__Host-tidemark.csrf')
    state.address = 'http://localhost:3000'
    expect(sessionCookie()).toBe('tidemark.session')
  })

  it('are taken back in a form that a browser accepts for the prefix', async () => {
    state.address = 'https://tidemark.example'
    await clearSessionCookie()
    const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: true, maxAge: 0 }
    expect(state.set).toEqual([['__Host-tidemark.session', '', options]])
  })
})
