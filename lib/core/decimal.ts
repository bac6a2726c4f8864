import { DECIMALS, ONE } from '@/lib/core/units'

export type DecimalProblem = 'empty' | 'notNumber' | 'ambiguous' | 'tooPrecise' | 'tooLarge'
export type Parsed = { ok: true; value: bigint } | { ok: false; problem: DecimalProblem }

/** Twenty digits before the point: what the store can hold. */
const LARGEST = 10n ** 20n * ONE
/** Longer than any number that can be stored, with its grouping; what is longer is not read at all. */
const LONGEST_TEXT = 100
const MULTIPLES: Record<string, bigint> = { k: 1_000n, m: 1_000_000n, b: 1_000_000_000n, 万: 10_000n, 亿: 100_000_000n }
const NUMBER =
  /^(?<sign>[+-]?)\s*(?:US\$|USD|\$)?\s*(?<inner>[+-]?)(?<digits>[\d.][\d., '’]*?) ?(?<multiple>[kmb万亿]?)$/i
const BRACKETED = /^(?<before>(?:US\$|USD|\$)?)\s*\(\s*(?<inside>[^()+-]+)\)$/i

/** What files and columns hold by the thousands: read without a closer look, to the same value. */
const PLAIN = /^-?\d{1,20}(?:\.\d{1,18})?$/

function plainValue(text: string): bigint {
  const point = text.indexOf('.')
  if (point < 0) return BigInt(text) * ONE
  return BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(DECIMALS, '0'))
}

/**
 * A number as a person or a spreadsheet writes it, as whole 10^-18; exact, or a reason why not, never a guess.
 * Reads `1,234.56`, `1.234,56`, `1'000.00`, `1 000,00`, `(5)` as −5, `−5`, `１２３`, `$1.50`, `1.5k`, `1.5万`. A lone comma before exactly
 * three digits groups thousands, as in both of the product's languages; any other lone comma is ambiguous, and so are groups that are
 * not of three or not marked alike. Refuses exponents, hex, NaN, superscripts, percentages and currencies other than the dollar.
 */
export function parseDecimal(text: string, decimals = DECIMALS): Parsed {
  if (decimals === DECIMALS && PLAIN.test(text)) return { ok: true, value: plainValue(text) }
  if (text.length > LONGEST_TEXT) return { ok: false, problem: 'notNumber' }
  const folded = fold(text)
  if (folded === '') return { ok: false, problem: 'empty' }
  const bracketed = BRACKETED.exec(folded)?.groups
  const match = NUMBER.exec(bracketed ? `${bracketed.before}${bracketed.inside?.trim()}` : folded)?.groups
  if (!match || (match.sign && match.inner)) return { ok: false, problem: 'notNumber' }
  const plain = plainDigits(match.digits ?? '')
  if (typeof plain === 'object') return { ok: false, problem: plain.problem }
  const size = sizeOf(plain, MULTIPLES[(match.multiple ?? '').toLowerCase()] ?? 1n)
  if (size === null || size % 10n ** BigInt(DECIMALS - decimals) !== 0n) return { ok: false, problem: 'tooPrecise' }
  if (size >= LARGEST) return { ok: false, problem: 'tooLarge' }
  const negative = bracketed !== undefined || match.sign === '-' || match.inner === '-'
  return { ok: true, value: negative ? -size : size }
}

/**
 * Full-width forms, every kind of space and every kind of minus in their plain form. Not Unicode's compatibility folding, which turns
 * `5²` into 52 and `①` into 1.
 */
function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[−–‒﹣]/g, '-')
    .replace(/’/g, "'")
    .replace(/\s/g, ' ')
    .trim()
}

/** Whole 10^-18 of plain digits times a multiple; null when that is not whole. */
function sizeOf(plain: string, multiple: bigint): bigint | null {
  const [whole = '', fraction = ''] = plain.split('.')
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > DECIMALS) return null
  return BigInt(whole + kept.padEnd(DECIMALS, '0')) * multiple
}

type Digits = string | { problem: DecimalProblem }

/** Digits with at most one point, or the reason why the marks cannot be read. */
function plainDigits(text: string): Digits {
  const commas = text.split(',').length - 1
  const points = text.split('.').length - 1
  if (commas > 0 && points > 0) return markedDigits(text, text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.')
  if (commas === 1) return loneComma(text)
  return markedDigits(text, points > 1 ? ',' : '.')
}

/** A lone comma is a decimal mark only where spaces or apostrophes already group the thousands, as in `1 000,00`. */
function loneComma(text: string): Digits {
  if (areGroups(text.split(','))) return text.replace(',', '')
  return /[ ']/.test(text) ? markedDigits(text, ',') : { problem: 'ambiguous' }
}

function markedDigits(text: string, decimalMark: '.' | ','): Digits {
  const [whole = '', fraction = '', more] = text.split(decimalMark)
  if (more !== undefined || !/^\d*$/.test(fraction) || whole + fraction === '') return { problem: 'notNumber' }
  const marks = new Set(whole.replace(/\d/g, ''))
  const groups = whole.split(/[., ']/)
  if (groups.length > 1 && (marks.size > 1 || !areGroups(groups))) return { problem: 'ambiguous' }
  return `${groups.join('')}.${fraction}`
}

const areGroups = (groups: string[]): boolean =>
  groups.every((group, i) => (i === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(group))

/** The exact value as plain digits: no grouping, no exponent, no trailing zeros beyond `atLeast` decimals. */
export function decimalText(value: bigint, scale = DECIMALS, atLeast = 0): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits
    .slice(digits.length - scale)
    .replace(/0+$/, '')
    .padEnd(atLeast, '0')
  return `${value < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}
