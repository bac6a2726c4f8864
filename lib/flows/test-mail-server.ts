import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface TakenMail {
  /** The mailboxes that it was handed in for. */
  to: string[]
  /** Headers and body as they came. */
  source: string
}

export interface MailServer {
  port: number
  taken: TakenMail[]
  close: () => Promise<void>
}

/** For tests: a mail server on this machine that keeps what it takes. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: TakenMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        taken.push({ to, source: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
    ...options,
  })
  // A client that refuses the certificate is what a test is about.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return { port, taken, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** A mail's parts as they were written: quoted-printable and base64 are undone, one after the other. */
function textsOf(source: string): string[] {
  const quoted = source
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[\dA-F]{2})+/g, (signs) => decodeURIComponent(signs.replaceAll('=', '%')))
  const blocks = [...source.matchAll(/(?:^[\w+/]{20,76}={0,2}\r?\n)+/gm)]
  return [quoted, ...blocks.map(([block]) => Buffer.from(block, 'base64').toString('utf8'))]
}

/** The first link of a mail; empty when it has none. */
export const linkIn = ({ source }: TakenMail): string =>
  textsOf(source)
    .map((text) => /https?:\/\/[^\s"<]+/.exec(text)?.[0])
    .find(Boolean) ?? ''

/** The subject, of which a header holds words outside of ASCII in pieces (RFC 2047). */
export function subjectOf({ source }: TakenMail): string {
  const [, folded = ''] = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(source) ?? []
  const line = folded.replace(/\r\n[ \t]/g, ' ').replace(/\?= =\?/g, '?==?')
  return line.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, way: string, piece: string) =>
    way.toUpperCase() === 'B'
      ? Buffer.from(piece, 'base64').toString('utf8')
      : Buffer.from(
          piece
            .replaceAll('_', ' ')
            .replace(/=([\dA-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  )
}
