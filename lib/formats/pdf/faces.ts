import type { Content } from 'pdfmake/interfaces'

/** A font in two weights, plain (not compressed), with the code points that both have. */
export interface Face {
  name: string
  normal: Uint8Array
  bold: Uint8Array
  covers: ReadonlySet<number>
}

export interface Look {
  bold?: boolean
  color?: string
  fontSize?: number
  noWrap?: boolean
}

export const SMALL = 8
export const MUTED: Look = { color: '#555', fontSize: SMALL }

interface Placement {
  alignment?: 'left' | 'right'
  margin?: [number, number, number, number]
  width?: number | '*'
  headlineLevel?: number
}

/** Longer runs without a place to break are broken anywhere, or they would leave the page. */
const LONGEST_RUN = 24
const LONG_RUN = new RegExp(`[^\\s\\p{Script=Han}]{${LONGEST_RUN},}`, 'u')
const CONTROL = /\p{C}/u

/** Characters that only change the look of their neighbour: without them the text is the same. */
const isSelector = (code: number): boolean => code >= 0xfe00 && code <= 0xfe0f

/** A character that no face has, so that a reader sees that there is one: `[U+0639]`. */
const escaped = (code: number): string => `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`

/**
 * A text in the faces that have its characters, the first one where several do; what none has is escaped and never left out. Pieces of one
 * face stay together.
 */
export function piecesOf(text: string, faces: readonly Face[]): { text: string; font: string }[] {
  const [main] = faces
  const pieces: { text: string; font: string }[] = []
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0
    if (isSelector(code)) continue
    const face = CONTROL.test(character) ? undefined : faces.find(({ covers }) => covers.has(code))
    const font = (face ?? main)?.name ?? ''
    const shown = face ? character : escaped(code)
    const last = pieces.at(-1)
    if (last?.font === font) last.text += shown
    else pieces.push({ text: shown, font })
  }
  return pieces
}

/** A text as content of a page. */
export function written(text: string, faces: readonly Face[], look: Look = {}): Content {
  const pieces = piecesOf(text, faces)
  const breaks = pieces.some((piece) => LONG_RUN.test(piece.text)) && !look.noWrap
  return { text: pieces, ...look, ...(breaks && { wordBreak: 'break-all' }) } as Content
}

/** More about a piece of content: the library's types do not let one be widened. */
export const placed = (content: Content, more: Placement): Content => ({ ...(content as object), ...more }) as Content

/** The code points of some texts that no face has yet. */
export function missingFrom(texts: Iterable<string>, faces: readonly Face[]): Set<number> {
  const missing = new Set<number>()
  for (const text of texts) {
    for (const character of text.normalize('NFC')) {
      const code = character.codePointAt(0) ?? 0
      if (!CONTROL.test(character) && !faces.some(({ covers }) => covers.has(code))) missing.add(code)
    }
  }
  return missing
}
