import pdfmake from 'pdfmake'
import type { Content, DynamicContent, TFontDictionary } from 'pdfmake/interfaces'
import type { Face } from '@/lib/formats/pdf/faces'

export const PAPERS = ['a4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]

const SIZES = { a4: 'A4', letter: 'LETTER' } as const
/** Points: 18 mm at the sides. */
const MARGINS: [number, number, number, number] = [51, 48, 51, 54]
export const BODY_SIZE = 9
/** How far down a page a heading may stand, as a share of its height. */
const LOWEST_HEADING = 0.86

interface Files {
  writeFileSync: (name: string, bytes: Uint8Array) => void
}

export interface Page {
  content: Content[]
  footer: DynamicContent
  title: string
  paper: Paper
  /** The moment that the file says it was made at. */
  made: Date
}

/** Lays pages out. Of each font the file holds only the characters that are on the pages. Nothing is read from disk or network. */
export function makePdf({ content, footer, title, paper, made }: Page, faces: readonly Face[]): Promise<Uint8Array> {
  const files = (pdfmake as unknown as { virtualfs: Files }).virtualfs
  const fonts: TFontDictionary = {}
  for (const { name, normal, bold } of faces) {
    files.writeFileSync(`${name}-normal`, normal)
    files.writeFileSync(`${name}-bold`, bold)
    fonts[name] = { normal: `${name}-normal`, bold: `${name}-bold` }
  }
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return pdfmake
    .createPdf({
      pageSize: SIZES[paper],
      pageMargins: MARGINS,
      info: { title, creationDate: made, creator: 'Tidemark', producer: 'Tidemark' },
      defaultStyle: { font: faces[0]?.name ?? '', fontSize: BODY_SIZE, lineHeight: 1.15, color: '#111' },
      content,
      footer,
      // A heading does not stay alone at the foot of a page.
      pageBreakBefore: ({ headlineLevel, startPosition }) =>
        headlineLevel !== undefined && startPosition.verticalRatio > LOWEST_HEADING,
    })
    .getBuffer()
}
