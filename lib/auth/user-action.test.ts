import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { userAction } from '@/lib/auth/user-action'
import { success } from '@/lib/core/action-result'

const state = vi.hoisted(() => ({ user: null as { id: string } | null, sent: {} as Record<string, string> }))
vi.mock('@/lib/auth/session', () => ({ findUser: async () => state.user }))
vi.mock('next/headers', () => ({ headers: async () => new Headers(state.sent) }))
vi.mock('@/lib/env', () => ({ env: () => ({ NEXTAUTH_URL: 'https://tidemark.example' }) }))

const schema = z.object({ name: z.string().min(1, 'common.field.required'), deep: z.strictObject({ n: z.int() }) })
const run = vi.fn(async (user: { id: string }, input: z.output<typeof schema>) => success(`${user.id} ${input.name}`))
const action = userAction(schema, run)
const good = { name: 'a', deep: { n: 1 } }

beforeEach(() => {
  state.user = { id: 'u1' }
  state.sent = { host: 'inner:3000', origin: 'https://tidemark.example' }
  run.mockClear()
})

describe('userAction', () => {
  it('hands the user and the parsed input on', async () => {
    expect(await action(good)).toEqual({ ok: true, value: 'u1 a' })
  })

  it('runs nothing for nobody', async () => {
    state.user = null
    expect(await action(good)).toEqual({ ok: false, code: 'signedOut' })
    expect(run).not.toHaveBeenCalled()
  })

  it.each<Record<string, string>>([
    { host: 'tidemark.example' },
    { host: 'tidemark.example', origin: 'null' },
    { host: 'tidemark.example', origin: 'http://tidemark.example' },
    { host: 'evil.example', origin: 'https://evil.example' },
    { host: 'localhost:3000', origin: 'http://localhost:3000' },
  ])('runs nothing for a request from elsewhere: %j', async (sent) => {
    state.sent = sent
    expect(await action(good)).toEqual({ ok: false, code: 'forbidden' })
    expect(run).not.toHaveBeenCalled()
  })

  it.each([
    ['a wrong field', { ...good, name: '' }, { name: 'common.field.required' }],
    ['an unknown key', { ...good, userId: 'u2' }, { '': 'common.field.invalid' }],
    ['a nested fault', { ...good, deep: { n: 1.5 } }, { 'deep.n': 'common.field.invalid' }],
    ['an unknown nested key', { ...good, deep: { n: 1, m: 2 } }, { deep: 'common.field.invalid' }],
    ['nothing', undefined, { '': 'common.field.invalid' }],
    [
      'a prototype trick',
      JSON.parse('{"name":"a","deep":{"n":1},"__proto__":{"x":1}}'),
      { '': 'common.field.invalid' },
    ],
  ])('answers %s with field messages', async (_, input, fields) => {
    expect(await action(input)).toEqual({ ok: false, code: 'invalid', fields })
    expect(run).not.toHaveBeenCalled()
  })
})

describe('isSameOrigin', () => {
  it('takes the configured address, not the host that was asked', () => {
    const sent = (origin: string) => new Headers({ host: 'inner:3000', origin })
    expect(isSameOrigin(sent('http://inner:3000'))).toBe(false)
    expect(isSameOrigin(sent('https://tidemark.example'))).toBe(true)
    expect(isSameOrigin(sent('https://tidemark.example.evil.example'))).toBe(false)
    expect(isSameOrigin(sent('https://evil.example/tidemark.example'))).toBe(false)
  })
})
