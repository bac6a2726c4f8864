import { beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { createUser } from '@/lib/db/users'
import { openJoinLink } from '@/lib/flows/join'
import { requestRegistration } from '@/lib/flows/request-registration'

const sent = vi.hoisted(() => ({ mails: [] as { to: string; kind: string; link: string }[] }))
vi.mock('@/lib/flows/send-mail', () => ({ sendMail: async (mail: never) => void sent.mails.push(mail) }))
vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
vi.stubEnv('NEXTAUTH_URL', 'https://tidemark.example')

let email: string
beforeEach(() => {
  email = `${crypto.randomUUID()}@example.test`
  sent.mails = []
})

it('sends an unknown address a link that makes its account, and stores no secret', async () => {
  const at = new Date()
  await requestRegistration(email, 'en', at)
  expect(sent.mails).toMatchObject([{ to: email, kind: 'register' }])
  const secret = new URL(sent.mails[0]?.link ?? '').searchParams.get('token') ?? ''
  expect(sent.mails[0]?.link).toBe(`https://tidemark.example/join?token=${secret}`)
  expect(await openJoinLink(secret, at)).toEqual({ kind: 'register', email })
  expect(JSON.stringify(await db().oneTimeLink.findMany({ where: { email } }))).not.toContain(secret)
})

it('tells a known address of its account, and makes no link', async () => {
  await createUser(email, 'hash')
  await requestRegistration(email, 'zh-CN', new Date())
  expect(sent.mails).toMatchObject([
    { to: email, kind: 'known', locale: 'zh-CN', link: 'https://tidemark.example/login' },
  ])
  expect(await db().oneTimeLink.count({ where: { email } })).toBe(0)
})
