/** Crockford's digits: none of them is taken for another in print. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const BITS_EACH = 5
const GROUP = 6

/** Bytes of one code: 120 bits, so many that a plain hash of it cannot be guessed back (NIST SP 800-63B, 3.1.2.2). */
export const RECOVERY_BYTES = 15
/** Its characters without the dashes. */
export const RECOVERY_LENGTH = (RECOVERY_BYTES * 8) / BITS_EACH

/** A code as it is shown, from `RECOVERY_BYTES` random bytes: four groups of six characters. */
export function recoveryCode(bytes: Uint8Array): string {
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  for (let at = 0; at < RECOVERY_LENGTH; at++) {
    text = (DIGITS[Number(rest % 32n)] ?? '') + text
    rest /= 32n
  }
  return text.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
}

/** A typed code in the one form that is hashed: case, blanks and dashes do not count, O is zero, I and L are one. Null for what is none. */
export function normalRecoveryCode(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return text.length === RECOVERY_LENGTH && [...text].every((digit) => DIGITS.includes(digit)) ? text : null
}
