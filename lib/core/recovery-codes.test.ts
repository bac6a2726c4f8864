import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalRecoveryCode, RECOVERY_BYTES, recoveryCode } from '@/lib/core/recovery-codes'

const bytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES })

describe('recovery codes', () => {
  it('are four groups of six', () => {
    expect(recoveryCode(new Uint8Array(RECOVERY_BYTES))).toBe('000000-000000-000000-000000')
    expect(recoveryCode(new Uint8Array(RECOVERY_BYTES).fill(255))).toBe('zzzzzz-zzzzzz-zzzzzz-zzzzzz')
  })

  it('differ when their bytes do', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(recoveryCode(a) === recoveryCode(b)).toBe(Buffer.compare(a, b) === 0)
      }),
    )
  })

  it('are read however they are typed', () => {
    fc.assert(
      fc.property(bytes, (raw) => {
        const code = recoveryCode(raw)
        const plain = code.replaceAll('-', '')
        expect(normalRecoveryCode(code)).toBe(plain)
        const typed = ` ${code.toUpperCase().replaceAll('-', ' – ').replaceAll('0', 'O').replaceAll('1', 'L')}\n`
        expect(normalRecoveryCode(typed)).toBe(plain)
      }),
    )
  })

  it.each(['', '123456', 'a'.repeat(23), 'a'.repeat(25), `${'a'.repeat(23)}u`, `${'a'.repeat(23)}€`])(
    'are not %j',
    (typed) => {
      expect(normalRecoveryCode(typed)).toBeNull()
    },
  )
})
