const LONG_TEXT = 40

/** Long texts wrap in a wide column, everything else stays on its line: the rows keep their height and the frame scrolls. */
export const cellWidth = (text: string | null): string =>
  text !== null && text.length > LONG_TEXT ? 'min-w-96 py-1 [overflow-wrap:anywhere]' : 'whitespace-nowrap'
