import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { guestAction } from '@/lib/auth/guest-action'
import { success } from '@/lib/core/action-result'
import { HashQueueFull } from '@/lib/flows/hash-queue'

const state = vi.hoisted(() => ({ sent: {} as Record<string, string> }))
vi.mock('next/headers', () => ({ headers: async () => new Headers(state.sent) }))
vi.mock('@/lib/env', () => ({ env: () => ({ NEXTAUTH_URL: 'https://tidemark.example' }) }))

const run = vi.fn(async ({ name }: { name: string }) => success(name))
const action = guestAction(z.strictObject({ name: z.string().min(1, 'common.field.required') }), run)

beforeEach(() => {
  state.sent = { origin: 'https://tidemark.example' }
  run.mockClear()
})

describe('guestAction', () => {
  it('hands the parsed input on, without asking who it is', async () => {
    expect(await action({ name: 'a' })).toEqual({ ok: true, value: 'a' })
  })

  it('runs nothing for a request from elsewhere', async () => {
    state.sent = { origin: 'https://evil.example' }
    expect(await action({ name: 'a' })).toEqual({ ok: false, code: 'forbidden' })
    expect(run).not.toHaveBeenCalled()
  })

  it('runs nothing for an input that does not fit', async () => {
    const told = { ok: false, code: 'invalid', fields: { name: 'common.field.required' } }
    expect(await action({ name: '' })).toEqual(told)
    expect(run).not.toHaveBeenCalled()
  })

  it('says that too many came where no password can be hashed now, and hides no fault', async () => {
    run.mockRejectedValueOnce(new HashQueueFull())
    expect(await action({ name: 'a' })).toEqual({ ok: false, code: 'tooMany' })
    run.mockRejectedValueOnce(new Error('anything else'))
    await expect(action({ name: 'a' })).rejects.toThrow('anything else')
  })
})
