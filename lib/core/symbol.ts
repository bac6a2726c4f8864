/** Longer than any ticker, CUSIP or option code that a broker prints. */
export const LONGEST_SYMBOL = 32

/**
 * A symbol as it is stored: upper case, single spaces, plain (not full-width) letters, without the stars that brokers print behind
 * money-market funds. Empty when nothing is left.
 */
export function normaliseSymbol(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cc}|\p{Cf}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\*+$/, '')
    .trim()
    .toUpperCase()
}

/** Why a normalised symbol cannot be stored; null when it can. A symbol starts with a letter, a digit or one of `.^$`. */
export function symbolProblem(symbol: string): 'symbolEmpty' | 'symbolTooLong' | 'symbolInvalid' | null {
  if (symbol === '') return 'symbolEmpty'
  if ([...symbol].length > LONGEST_SYMBOL) return 'symbolTooLong'
  return /^[\p{L}\p{N}.^$][^<>"]*$/u.test(symbol) ? null : 'symbolInvalid'
}
