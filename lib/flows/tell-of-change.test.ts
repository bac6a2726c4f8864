import { beforeEach, describe, expect, it, vi } from 'vitest'
import { sendMail } from '@/lib/flows/send-mail'
import { tellOfChange } from '@/lib/flows/tell-of-change'

vi.mock('@/lib/flows/send-mail', () => ({ sendMail: vi.fn(async () => {}) }))
const queued = vi.mocked(sendMail)

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
  vi.stubEnv('NEXTAUTH_URL', 'https://tidemark.example')
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:25')
  vi.stubEnv('MAIL_FROM', 'Tidemark <tidemark@example.test>')
  queued.mockClear()
})

describe('tellOfChange', () => {
  it('sends the way to the log, in the language of who changed it', async () => {
    await tellOfChange('a@example.test', 'zh-CN')
    const link = 'https://tidemark.example/settings/security/log'
    expect(queued).toHaveBeenCalledExactlyOnceWith({ to: 'a@example.test', kind: 'waysIn', locale: 'zh-CN', link })
  })

  it('tells nobody where there is no address or no mail server', async () => {
    await tellOfChange(null, 'en')
    vi.stubEnv('SMTP_URL', '')
    await tellOfChange('a@example.test', 'en')
    expect(queued).not.toHaveBeenCalled()
  })

  it('is no reason for the change to fail', async () => {
    queued.mockRejectedValueOnce(new Error('no queue'))
    await expect(tellOfChange('a@example.test', 'en')).resolves.toBeUndefined()
  })
})
