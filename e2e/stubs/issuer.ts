// An OpenID provider of one test: it lets in whoever the test names, and signs what it says (OpenID Connect Core 1.0, 3.1).
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Claims {
  sub: string
  email?: string
  email_verified?: boolean
}

export interface StubIssuer {
  origin: string
  /** Who comes to it next. */
  visitor: Claims
  /** Puts these in place of what the next ID token would say. */
  forged: Record<string, unknown>
  /** The addresses that visitors were sent here with. */
  asked: URL[]
  close: () => void
}

const CLIENT = { id: 'tidemark', secret: 'the-stub-knows-it' }
export const CLIENT_ENV = { OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret }

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  return new Promise((resolve) => {
    let text = ''
    request.on('data', (piece) => (text += piece))
    request.on('end', () => resolve(new URLSearchParams(text)))
  })
}

export async function openIssuer(): Promise<StubIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { claims: Claims; asked: URLSearchParams }>()
  const stub: StubIssuer = {
    origin: '',
    visitor: { sub: 'nobody' },
    forged: {},
    asked: [],
    close: () => server.close(),
  }

  const idToken = ({ claims, asked }: { claims: Claims; asked: URLSearchParams }): string => {
    const now = Math.floor(Date.now() / 1000)
    const said = { iss: stub.origin, aud: CLIENT.id, iat: now, exp: now + 300, nonce: asked.get('nonce') }
    const text = `${base64url({ alg: 'RS256', kid: 'one' })}.${base64url({ ...said, ...claims, ...stub.forged })}`
    stub.forged = {}
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`
  }
  const json = (response: ServerResponse, value: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

  /** No page of its own: it sends the visitor straight back. */
  const authorize = (url: URL, response: ServerResponse) => {
    stub.asked.push(url)
    const code = randomUUID()
    codes.set(code, { claims: stub.visitor, asked: url.searchParams })
    const back = new URL(url.searchParams.get('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', url.searchParams.get('state') ?? '')
    response.writeHead(302, { location: back.href }).end()
  }
  const token = async (request: IncomingMessage, response: ServerResponse) => {
    const form = await readBody(request)
    const known = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const client = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`
    if (!known || challenge !== known.asked.get('code_challenge') || request.headers.authorization !== client) {
      return json(response, { error: 'invalid_grant' }, 400)
    }
    return json(response, { access_token: 'none', token_type: 'Bearer', id_token: idToken(known) })
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', stub.origin)
    if (url.pathname === '/authorize') return authorize(url, response)
    if (url.pathname === '/token') return token(request, response)
    if (url.pathname === '/keys') {
      return json(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    }
    return json(response, {
      issuer: stub.origin,
      authorization_endpoint: `${stub.origin}/authorize`,
      token_endpoint: `${stub.origin}/token`,
      jwks_uri: `${stub.origin}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  stub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return stub
}
