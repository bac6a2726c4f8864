// For tests: a device with passkeys in software, that signs whatever it is asked (WebAuthn 2, 6).
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { RelyingParty } from '@/lib/flows/relying-party'

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

const url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/** CBOR's byte string of fewer than 256 bytes (RFC 8949, 3). */
const cborBytes = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])

interface Way {
  /** How often it has been used, as it says itself. */
  counter?: number
  /** Whether it looked at a finger or a number. */
  verified?: boolean
  /** The address of the page that asks. */
  origin?: string
}

export function testDevice({ id: party, origin: home }: RelyingParty) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const rawId = randomBytes(16)
  const id = url(rawId)
  const clientData = (type: string, challenge: string, origin: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const counted = (counter: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(counter)
    return bytes
  }
  return {
    id,
    /** Answers the wish for a new passkey. */
    make(challenge: string, { origin = home }: Way = {}) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const coseHead = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21])
      const key = [
        coseHead,
        cborBytes(Buffer.from(x, 'base64url')),
        Buffer.from([0x22]),
        cborBytes(Buffer.from(y, 'base64url')),
      ]
      const flags = Buffer.from([PRESENT | VERIFIED | WITH_KEY])
      const length = Buffer.from([0, rawId.length])
      const authData = Buffer.concat([sha256(party), flags, counted(0), Buffer.alloc(16), length, rawId, ...key])
      const attestation = [cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])]
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        ...attestation,
        cborText('authData'),
        cborBytes(authData),
      ])
      const clientDataJSON = clientData('webauthn.create', challenge, origin)
      const response = { clientDataJSON: url(clientDataJSON), attestationObject: url(attestationObject) }
      return { id, rawId: id, type: 'public-key' as const, response }
    },
    /** Signs a challenge. */
    sign(challenge: string, { counter = 0, verified = true, origin = home }: Way = {}) {
      const flags = Buffer.from([PRESENT | (verified ? VERIFIED : 0)])
      const authenticatorData = Buffer.concat([sha256(party), flags, counted(counter)])
      const clientDataJSON = clientData('webauthn.get', challenge, origin)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey)
      const response = {
        clientDataJSON: url(clientDataJSON),
        authenticatorData: url(authenticatorData),
        signature: url(signature),
      }
      return { id, rawId: id, type: 'public-key' as const, response }
    },
  }
}
