import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mailEnv } from '@/lib/env'
import { deliverMail } from '@/lib/flows/deliver-mail'
import { connectionOf } from '@/lib/flows/mail-server'
import { type Mail, sealMail } from '@/lib/flows/sealed-mail'
import { linkIn, type MailServer, openMailServer, subjectOf } from '@/lib/flows/test-mail-server'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { log } from '@/lib/log'

const LINK = 'https://tidemark.example/reset?token=abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq'
const MAIL: Mail = { to: 'heron@example.test', kind: 'reset', locale: 'en', link: LINK }

let server: MailServer | undefined

async function serve(protocol: string, options: Parameters<typeof openMailServer>[0] = {}): Promise<MailServer> {
  server = await openMailServer(options)
  vi.stubEnv('SMTP_URL', `${protocol}://127.0.0.1:${server.port}`)
  return server
}

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(43))
  vi.stubEnv('NEXTAUTH_URL', 'https://tidemark.example')
  vi.stubEnv('SMTP_URL', '')
  vi.stubEnv('MAIL_FROM', 'Tidemark <tidemark@example.test>')
})

afterEach(async () => {
  await server?.close()
  server = undefined
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => '',
    (error: unknown) => String(error),
  )

describe('deliverMail', () => {
  it.each(['en', 'zh-CN'] as const)('hands one mail in for one mailbox, with its link (%s)', async (locale) => {
    const { taken } = await serve('smtp')
    const sealed = sealMail({ ...MAIL, locale })
    await deliverMail(sealed)
    expect(taken).toHaveLength(1)
    const [mail] = taken
    expect(mail?.to).toEqual(['heron@example.test'])
    expect(mail?.source).toContain(`Message-ID: <${sealed.id}@example.test>`)
    expect(mail?.source).toContain('From: Tidemark <tidemark@example.test>')
    expect(mail?.source).toContain('Auto-Submitted: auto-generated')
    expect(mail && linkIn(mail)).toBe(LINK)
    expect(mail && subjectOf(mail)).toBe(CATALOGUES[locale].mail.reset.subject)
  })

  it('says by codes alone that the server did not take it', async () => {
    await serve('smtp', {
      onRcptTo: ({ address }, _, done) => done(Object.assign(new Error(`no ${address} here`), { responseCode: 550 })),
    })
    const said = await messageOf(deliverMail(sealMail(MAIL)))
    expect(said).toMatch(/did not take a mail: EENVELOPE 550/)
    expect(said).not.toMatch(/heron|token/)
  })

  it('hands nothing to a server whose certificate is not to be trusted', async () => {
    const { taken } = await serve('smtps', { secure: true })
    expect(await messageOf(deliverMail(sealMail(MAIL)))).toMatch(/did not take a mail: E/)
    expect(taken).toEqual([])
  })

  it('hands nothing to a server that speaks no TLS where it has to', async () => {
    const { taken, port } = await serve('smtp')
    // Another address of this machine, which counts as a way through a network.
    vi.stubEnv('SMTP_URL', `smtp://127.0.0.2:${port}`)
    expect(connectionOf(`smtp://127.0.0.2:${port}`).requireTLS).toBe(true)
    expect(await messageOf(deliverMail(sealMail(MAIL)))).toMatch(/did not take a mail/)
    expect(taken).toEqual([])
  })

  it('writes the link into the log where no mail is sent, and never the address', async () => {
    const warn = vi.spyOn(log, 'warn').mockReturnValue(undefined)
    await deliverMail(sealMail(MAIL))
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0]?.[0]).toEqual({ kind: 'reset', link: LINK })
    expect(JSON.stringify(warn.mock.calls)).not.toContain('heron')
  })

  it('drops what was sealed under another secret', async () => {
    const error = vi.spyOn(log, 'error').mockReturnValue(undefined)
    const { taken } = await serve('smtp')
    const { id, sealed } = sealMail(MAIL)
    await deliverMail({ id: crypto.randomUUID(), sealed })
    await deliverMail({ id, sealed: `${sealed.slice(0, -2)}AA` })
    expect(error).toHaveBeenCalledTimes(2)
    expect(taken).toEqual([])
  })
})

describe('sealMail', () => {
  it('shows neither the address nor the link', () => {
    const text = JSON.stringify(sealMail(MAIL))
    for (const part of [MAIL.to, 'heron', 'token', LINK, 'reset']) expect(text).not.toContain(part)
    for (const part of text.split(/[".]/)) expect(Buffer.from(part, 'base64url').toString()).not.toContain('heron')
  })

  it.each([
    'heron@example.test\r\nBcc: gull@evil.test',
    'heron@example.test\nSubject: x',
    'heron@example.test, gull@evil.test',
    'heron@example.test;gull@evil.test',
    '"gull@evil.test, x"@example.test',
    'Heron <gull@evil.test>',
    'heron@example.test>',
    'heron@example.test\u2028gull@evil.test',
    '',
  ])('is no way to another header or another mailbox: %j', (to) => {
    expect(() => sealMail({ ...MAIL, to })).toThrow()
  })

  it.each(['javascript:alert(1)', '/reset?token=1', 'https://'])('wants the address of a page: %j', (link) => {
    expect(() => sealMail({ ...MAIL, link })).toThrow()
  })
})

describe('connectionOf', () => {
  it('raises every plain connection through a network to TLS', () => {
    expect(connectionOf('smtp://user:p%40ss@mail.example.org')).toMatchObject({
      host: 'mail.example.org',
      port: 587,
      secure: false,
      requireTLS: true,
      auth: { user: 'user', pass: 'p@ss' },
      tls: { rejectUnauthorized: true },
    })
    expect(connectionOf('smtps://mail.example.org')).toMatchObject({ port: 465, secure: true, requireTLS: false })
    expect(connectionOf('smtp://mail.example.org:25?tls=off')).toMatchObject({ port: 25, requireTLS: false })
    expect(connectionOf('smtp://localhost:1025')).toMatchObject({ port: 1025, requireTLS: false })
    expect(connectionOf('smtps://mail.example.org?tls=off')).toMatchObject({ secure: true })
    expect(connectionOf('smtp://[::1]:25')).toMatchObject({ host: '::1', requireTLS: false })
  })

  it('takes no option from the address', () => {
    const address = 'smtps://mail.example.org?disableFileAccess=false&ignoreTLS=true&tls.rejectUnauthorized=false'
    expect(connectionOf(address)).toMatchObject({
      disableFileAccess: true,
      disableUrlAccess: true,
      tls: { rejectUnauthorized: true },
    })
    expect(connectionOf(address)).not.toHaveProperty('ignoreTLS')
  })
})

describe('mailEnv', () => {
  it.each([
    ['tidemark@example.org', { name: '', address: 'tidemark@example.org' }],
    ['Tidemark <tidemark@example.org>', { name: 'Tidemark', address: 'tidemark@example.org' }],
    ['潮位 <tidemark@example.org>', { name: '潮位', address: 'tidemark@example.org' }],
  ])('reads the sender %j', (MAIL_FROM, sender) => {
    expect(mailEnv({ MAIL_FROM }).MAIL_FROM).toEqual(sender)
  })

  it.each([
    { SMTP_URL: 'smtp://localhost' },
    { SMTP_URL: 'http://localhost', MAIL_FROM: 'a@b.test' },
    { SMTP_URL: 'localhost:25', MAIL_FROM: 'a@b.test' },
    { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'nobody' },
    { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.test\r\nBcc: c@d.test' },
    { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'A\nB <a@b.test>' },
    { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.test, c@d.test' },
  ])('refuses %j', (source) => {
    expect(() => mailEnv(source)).toThrow(/Tidemark cannot start/)
  })

  it('may be left unsaid', () => {
    expect(mailEnv({}).SMTP_URL).toBeUndefined()
    expect(mailEnv({ SMTP_URL: '', MAIL_FROM: '' }).SMTP_URL).toBeUndefined()
  })
})
