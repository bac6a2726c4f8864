/** Digits that a JavaScript number carries without loss. */
const SAFE_LENGTH = 15
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** Only inside such texts can a number be changed by reading it. */
const SUSPECT = /[:,[]\s*-?\d(?:[\d.]{14}|[\d.]*[eE])/
const QUOTE = 34
const BACKSLASH = 92
const MINUS = 45
const ZERO = 48
const NINE = 57

/**
 * `JSON.parse`, except that a number of more than fifteen characters or with an exponent comes as the string of its own digits: reading it
 * as a number could change it without a word. Throws a `SyntaxError` for what is not JSON.
 */
export function parseExactJson(text: string): unknown {
  return JSON.parse(SUSPECT.test(text) ? quoteLongNumbers(text) : text)
}

function quoteLongNumbers(text: string): string {
  const parts: string[] = []
  let kept = 0
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) {
      i = endOfString(text, i + 1)
    } else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      const number = numberAt(text, i)
      if (number.length > SAFE_LENGTH || /[eE]/.test(number)) {
        parts.push(text.slice(kept, i), '"', number, '"')
        kept = i + number.length
      }
      i += Math.max(1, number.length)
    } else i += 1
  }
  return parts.join('') + text.slice(kept)
}

function numberAt(text: string, start: number): string {
  NUMBER.lastIndex = start
  return NUMBER.exec(text)?.[0] ?? ''
}

/** The place behind the closing quote of a string whose content starts here. */
function endOfString(text: string, start: number): number {
  let i = start
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) return i + 1
    i += code === BACKSLASH ? 2 : 1
  }
  return i
}
