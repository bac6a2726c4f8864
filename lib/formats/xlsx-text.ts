/** Characters that one cell of a workbook may hold. */
const LONGEST_CELL = 32_767
const CUT = '…'
/** Characters that XML cannot carry. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu
/** A text that would be taken for one of the escapes below. */
const LOOKS_ESCAPED = /_(?=x[\da-f]{4}_)/gi

/**
 * Text as a workbook stores it: what XML cannot carry is written as `_xHHHH_`, which spreadsheets read as the character (ECMA-376,
 * part 1, 22.4.2.4); half a character becomes the replacement sign. Every line end
 * is the one that a cell knows, a line feed.
 */
export function sheetText(value: string): string {
  const whole = value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  const escaped = whole
    .replace(/\r\n?/g, '\n')
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(UNWRITABLE, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
  return escaped.length > LONGEST_CELL ? escaped.slice(0, LONGEST_CELL - 1) + CUT : escaped
}
