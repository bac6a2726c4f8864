import 'server-only'
import { createTransport } from 'nodemailer'
import { mailEnv } from '@/lib/env'
import type { MailText } from '@/lib/flows/compose-mail'

const PATIENCE_MS = 10_000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether this installation sends mail; when not, its links are in the server's log and the screens say so. */
export const sendsMail = (): boolean => mailEnv().SMTP_URL !== undefined

/**
 * The connection that an SMTP_URL asks for. `smtps:` speaks TLS from the start; `smtp:` must be raised to it, but for a server on
 * this machine or where `?tls=off` says that the way there is safe. A certificate that does not fit ends it.
 */
export function connectionOf(smtpUrl: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  const plain = !secure && (searchParams.get('tls') === 'off' || LOOPBACK.has(hostname))
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !plain,
    ...(plain && { ignoreTLS: true }),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A mail is made of what it is given: nothing that is named in it is read from a disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const
}

/** Hands one mail in. The address is given as an address and not as a line to be read, so that it names one mailbox. */
export async function handIn(id: string, to: string, mail: MailText): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = mailEnv()
  if (!SMTP_URL || !MAIL_FROM) throw new Error('This installation sends no mail.')
  const server = createTransport(connectionOf(SMTP_URL))
  const headers = { 'Auto-Submitted': 'auto-generated' }
  // The same for every try, so that a mail which was taken twice is shown once.
  const messageId = `<${id}@${MAIL_FROM.address.split('@')[1]}>`
  try {
    await server.sendMail({
      ...mail,
      from: MAIL_FROM,
      to: { name: '', address: to },
      messageId,
      headers,
      xMailer: false,
    })
  } finally {
    server.close()
  }
}
