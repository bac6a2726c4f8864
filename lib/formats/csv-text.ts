/** What a spreadsheet takes for the start of a formula (OWASP, CSV injection), full-width forms included. */
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/
const NEUTRALISED = /^'+[=+\-@\t\r\n＝＋－＠]/

/**
 * Text for a cell that no spreadsheet runs as a formula: a leading apostrophe where it could be. Only for text; a negative number is a number.
 * Text that begins with apostrophes gets one more, so that `restored` gives back exactly what was written.
 */
export const neutralised = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text)

/** The text that was meant: the inverse of `neutralised`. */
export const restored = (cell: string): string => (NEUTRALISED.test(cell) ? cell.slice(1) : cell)
