import { type NumberReading, readNumber } from '@/lib/formats/positions/cells'

/** Which mark stands before the decimals; `mixed`: the cells contradict each other; null: none of them tells. */
export type Marks = 'point' | 'comma' | 'mixed' | null

/** With so much of the evidence on one side, the rest are slips. */
const CLEAR = 0.9

/** Which mark one number has before its decimals; null when it could be either or has none. `1.234` could be both. */
function markOf(cell: string): 'point' | 'comma' | null {
  const digits = cell
    .normalize('NFKC')
    .replace(/[^\d.,' ]/g, '')
    .trim()
  const [points, commas] = [digits.split('.').length - 1, digits.split(',').length - 1]
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? 'point' : 'comma'
  if (points > 1) return 'comma'
  if (commas > 1) return 'point'
  if (points + commas === 0) return null
  const [whole = '', fraction = ''] = digits.split(/[.,]/)
  const couldGroup = /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(fraction)
  return couldGroup ? null : points > 0 ? 'point' : 'comma'
}

/** What the numbers of a column, or of a file, say together. */
export function marksOf(cells: readonly string[]): Marks {
  const seen = { point: 0, comma: 0 }
  for (const cell of cells) {
    const mark = markOf(cell)
    if (mark) seen[mark] += 1
  }
  const all = seen.point + seen.comma
  if (all === 0) return null
  if (seen.point >= CLEAR * all) return 'point'
  return seen.comma >= CLEAR * all ? 'comma' : 'mixed'
}

const swapped = (text: string): string => text.replace(/[.,，．]/g, (mark) => (/[.．]/.test(mark) ? ',' : '.'))

/**
 * A number read with the marks of its column. Where they are mixed, or nobody knows and `strict` asks for certainty, one that could be read in two
 * ways is ambiguous.
 */
export function readMarked(text: string, marks: Marks, strict: boolean): NumberReading {
  if (marks === 'point') return readNumber(text)
  if (marks === 'comma') return readNumber(swapped(text))
  const own = markOf(text)
  if (own === 'comma') return readNumber(swapped(text))
  const undecided = own === null && /\d[.,，．]\d/.test(text)
  return undecided && (marks === 'mixed' || strict) ? { ok: false, problem: 'ambiguous' } : readNumber(text)
}
