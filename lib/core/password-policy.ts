import { COMMON_PASSWORDS } from '@/lib/core/common-passwords'

export type PasswordProblem = 'tooShort' | 'tooLong' | 'tooCommon'

/** In code points, after NFKC. The only factor wants 15 (NIST SP 800-63B-4, 2025-08, §3.1.1.2); any script, no rules of composition. */
export const PASSWORD_MIN = 15
export const PASSWORD_MAX = 128

/** Of what is not well known, a password must have at least this much … */
const UNKNOWN_MIN = 6
/** … and it must have at least this many different characters. */
const DISTINCT_MIN = 5
/** A password that repeats a piece no longer than this is as weak as the piece. */
const PERIOD_MAX = 8
/** Neighbours in a row of keys or of the alphabet count as one thought from this length on. */
const RUN_MIN = 4
/** A part of the address counts as a known word from this length on. */
const NAME_MIN = 4

const ONLY_ASCII_SIGNS = /^[\x20-\x7e]*$/
const PRODUCT = 'tidemark'
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
]
const PATHS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))]
const LOOKALIKES: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** The form in which a password is measured, hashed and compared, whatever keyboard composed it. */
export const normalPassword = (password: string): string => password.normalize('NFKC')

/**
 * Why a password is refused, or null. Common means: hardly more than well-known words, rows of keys, years, one repeated
 * piece, the product's name or parts of the user's own address.
 */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const points = [...normalPassword(password)]
  if (points.length < PASSWORD_MIN) return 'tooShort'
  if (points.length > PASSWORD_MAX) return 'tooLong'
  const folded = points.join('').toLowerCase()
  const known = [...namesIn(email), PRODUCT, ...COMMON_PASSWORDS].sort((a, b) => b.length - a.length)
  return [folded, lookalike(folded)].some((text) => isGuessable(text, known)) ? 'tooCommon' : null
}

function isGuessable(text: string, known: readonly string[]): boolean {
  const signs = [...text]
  if (new Set(signs).size < DISTINCT_MIN || isRepeated(signs)) return true
  const bare = text.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
  if (bare === '') return ONLY_ASCII_SIGNS.test(text)
  return [...withoutRuns(known.reduce((rest, word) => rest.replaceAll(word, ' '), bare))].length < UNKNOWN_MIN
}

function isRepeated(signs: readonly string[]): boolean {
  for (let period = 1; period <= PERIOD_MAX; period++) {
    if (signs.every((sign, i) => sign === signs[i % period])) return true
  }
  return false
}

/** Without rows of keys, years, repeated characters and the gaps where known words were. */
function withoutRuns(text: string): string {
  let rest = ''
  for (let at = 0; at < text.length; ) {
    const length = runAt(text, at)
    if (length < RUN_MIN) rest += text[at]
    at += length < RUN_MIN ? 1 : length
  }
  return rest
    .replace(/(19|20)\d\d/g, '')
    .replace(/(.)\1{2,}/gu, '')
    .replaceAll(' ', '')
}

function runAt(text: string, at: number): number {
  let longest = 0
  for (const path of PATHS) {
    let length = 1
    while (at + length < text.length && path.includes(text.slice(at, at + length + 1))) length++
    longest = Math.max(longest, length)
  }
  return longest
}

const lookalike = (text: string): string => [...text].map((sign) => LOOKALIKES[sign] ?? sign).join('')

function namesIn(email: string): string[] {
  const parts = email.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const whole = email
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return [whole, ...parts].filter((part) => part.length >= NAME_MIN)
}
