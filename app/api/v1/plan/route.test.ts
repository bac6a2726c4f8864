import { beforeEach, describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/v1/plan/route'
import { answerPlan } from '@/lib/flows/answer-plan'
import { PLAN_EXAMPLES } from '@/lib/formats/plan-examples'

const state = vi.hoisted(() => ({ tokenId: '' as string | null, wait: 0, asked: [] as unknown[] }))
vi.mock('@/lib/auth/bearer', () => ({
  findTokenUser: async () => (state.tokenId === null ? null : { userId: 'u', tokenId: state.tokenId }),
}))
vi.mock('@/lib/auth/limits', () => ({
  takeAttempt: async (...asked: unknown[]) => {
    state.asked.push(asked)
    return state.wait
  },
}))

const JSON_TYPE = { 'content-type': 'application/json' }
const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  POST(new Request('http://localhost/api/v1/plan', { method: 'POST', body, headers, duplex: 'half' } as RequestInit))

function exampleOf(status: string): string {
  const example = PLAN_EXAMPLES.find((known) => known.status === status)
  return JSON.stringify(example?.request)
}

beforeEach(() => {
  state.tokenId = crypto.randomUUID()
  state.wait = 0
  state.asked = []
})

describe('POST /api/v1/plan', () => {
  it('answers a plan, the same as the command line', async () => {
    const text = exampleOf('optimal')
    const response = await post(text)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.json()).toEqual(answerPlan(text, { clock: () => 0 }))
  })

  it.each(['invalid', 'infeasible'])('answers 422 where it is %s', async (status) => {
    const response = await post(exampleOf(status))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ status, trades: [] })
  })

  it.each([
    ['what is not JSON', '{', JSON_TYPE, 400],
    ['an empty body', '', JSON_TYPE, 400],
    ['what is not text', new Uint8Array([34, 255, 34]), JSON_TYPE, 400],
    ['another type', '{}', { 'content-type': 'text/plain' }, 415],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('refuses %s with an answer', async (_, body, headers, status) => {
    const response = await post(body, headers)
    expect(response.status).toBe(status)
    const { issues, ...answer } = await response.json()
    expect(answer).toMatchObject({ status: 'invalid', trades: [], objective: null })
    expect(issues[0]).toMatchObject({ code: 'json.invalid', severity: 'error' })
  })

  it('takes a type with parameters', async () => {
    const response = await post(exampleOf('optimal'), { 'content-type': 'application/json; charset=utf-8' })
    expect(response.status).toBe(200)
  })

  it('refuses a body of more than a mebibyte, said or not', async () => {
    expect((await post('{}', { ...JSON_TYPE, 'content-length': '1048577' })).status).toBe(413)
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    expect((await post(endless)).status).toBe(413)
    expect(sent).toBeLessThan(1_500_000)
  })

  it('wants a token, and says so', async () => {
    state.tokenId = null
    const response = await post('{}')
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /)
  })

  it('slows a token down that asks too often, before it reads the request', async () => {
    state.wait = 17
    const response = await post('{')
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('17')
    expect(state.asked).toEqual([['api', state.tokenId]])
  })
})
