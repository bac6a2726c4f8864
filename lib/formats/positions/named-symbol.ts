import { LONGEST_SYMBOL, normaliseSymbol } from '@/lib/core/symbol'

const CUSIP = /^[\dA-Z]{8}\d$/

/** Nothing, as brokers write it where a symbol would stand. */
const NO_SYMBOL = /^(-+|n\/?a|null|none)?$/i

/** A symbol cell in its stored form, without the marks that brokers hang on it; empty when the cell names no security. */
export function cellSymbol(cell: string): string {
  return NO_SYMBOL.test(cell.trim()) ? '' : normaliseSymbol(cell.replace(/\s*!+\s*$/, ''))
}

/** A CUSIP, in upper case; empty for anything else. */
export function cellCusip(cell: string): string {
  const plain = cell
    .trim()
    .replace(/^="?|"$/g, '')
    .toUpperCase()
  return CUSIP.test(plain) ? plain : ''
}

/**
 * A symbol for what has none (deposits, bonds, annuities): its name, and where that is too long every word with a digit in it
 * and the last (coupon, maturity, share class) behind as many first words as fit, so that two bonds of one issuer stay apart.
 */
export function symbolFromName(name: string): string {
  const whole = normaliseSymbol(name).replace(/[<>"]/g, '')
  if ([...whole].length <= LONGEST_SYMBOL) return whole
  const words = whole.split(' ')
  const tells = (word: string, i: number): boolean => /\d/.test(word) || i === words.length - 1
  const telling = words.filter(tells).join(' ')
  const plain = words.filter((word, i) => !tells(word, i))
  let head = ''
  for (const word of plain) {
    const longer = head === '' ? word : `${head} ${word}`
    if ([...`${longer} ${telling}`].length > LONGEST_SYMBOL) break
    head = longer
  }
  const made = `${head} ${telling}`.trim()
  return [...(made === '' ? whole : made)].slice(0, LONGEST_SYMBOL).join('').trim()
}

const TICKER_BEHIND = /^(.*\S)\s*\(([A-Z][A-Z\d./]{0,7})\)\s*$/

/** A name with its ticker in parentheses behind it, taken apart; the ticker is empty when there is none. */
export function nameAndTicker(text: string): { name: string; ticker: string } {
  const found = TICKER_BEHIND.exec(text.trim())
  return found ? { name: found[1] ?? '', ticker: found[2] ?? '' } : { name: text.trim(), ticker: '' }
}
