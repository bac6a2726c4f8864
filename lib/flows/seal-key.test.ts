import { describe, expect, it } from 'vitest'
import { openKey, sealKey } from '@/lib/flows/seal-key'

const [secret, user, text] = ['s'.repeat(43), crypto.randomUUID(), 'abcdef0123456789abcdef0123456789']

describe('sealKey', () => {
  it('hides the text, differently each time, and gives it back', () => {
    const sealed = sealKey(user, text, secret)
    expect(sealed).not.toContain(text)
    expect(Buffer.from(sealed.split('.').join(''), 'base64url').toString('latin1')).not.toContain(text.slice(0, 8))
    expect(sealKey(user, text, secret)).not.toBe(sealed)
    expect(openKey(user, sealed, secret)).toBe(text)
  })

  it('opens for no other user, under no other secret, and not once it was changed', () => {
    const sealed = sealKey(user, text, secret)
    expect(openKey(crypto.randomUUID(), sealed, secret)).toBeNull()
    expect(openKey(user, sealed, 't'.repeat(43))).toBeNull()
    const last = sealed.at(-2) === 'A' ? 'B' : 'A'
    expect(openKey(user, `${sealed.slice(0, -2)}${last}${sealed.at(-1)}`, secret)).toBeNull()
    for (const other of ['', 'x', '..', 'a.b.c', text]) expect(openKey(user, other, secret)).toBeNull()
  })
})
