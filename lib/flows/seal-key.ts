import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
/** What a key is for is a part of its sealing: none opens in the place of another. */
const FRED = 'tidemark: FRED key of a user'

/** One key for each user, from the installation's secret (RFC 5869): what is sealed for one opens for no other. */
const keyFor = (userId: string, secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, userId, purpose, KEY_BYTES))

/** A user's text, encrypted and authenticated (NIST SP 800-38D): nonce, tag and text in one. */
export function sealKey(userId: string, text: string, secret: string, purpose = FRED): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyFor(userId, secret, purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
}

/** The text; null when it was sealed for another user or under another secret, or was changed. */
export function openKey(userId: string, sealed: string, secret: string, purpose = FRED): string | null {
  const [nonce, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!nonce || !tag || !text) return null
  try {
    const decipher = createDecipheriv(ALGORITHM, keyFor(userId, secret, purpose), nonce)
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
