import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Face, missingFrom } from '@/lib/formats/pdf/faces'
import { fontCoverage } from '@/lib/formats/pdf/font-coverage'
import { plainFont } from '@/lib/formats/pdf/plain-font'

/** Fonts are installed with the packages that they come in. */
const PACKAGES = join(process.cwd(), 'node_modules')
const NOTO = join(PACKAGES, '@fontsource', 'noto-sans-sc')
const ROBOTO = join(PACKAGES, 'pdfmake', 'fonts', 'Roboto')

const notoFile = (subset: string, weight: 400 | 700): string =>
  join(NOTO, 'files', `noto-sans-sc-${subset}-${weight}-normal.woff`)

async function load(name: string, normal: string, bold: string): Promise<Face> {
  const [regular, strong] = (await Promise.all([readFile(normal), readFile(bold)])).map(plainFont)
  if (!regular || !strong) throw new Error(`No font ${name}`)
  const inBold = fontCoverage(strong)
  return {
    name,
    normal: regular,
    bold: strong,
    covers: new Set([...fontCoverage(regular)].filter((c) => inBold.has(c))),
  }
}

const kept = new Map<string, Promise<Face>>()

/** Each font is unpacked once for as long as the server runs. */
function once(name: string, normal: string, bold: string): Promise<Face> {
  const face = kept.get(name) ?? load(name, normal, bold)
  kept.set(name, face)
  // A file that could not be read is tried again the next time.
  face.catch(() => kept.delete(name))
  return face
}

const subset = (name: string): Promise<Face> => once(name, notoFile(name, 400), notoFile(name, 700))

let ranges: Promise<Map<string, [number, number][]>> | undefined

/** Which code points the package says to be in which of its smaller files. */
async function readRanges(): Promise<Map<string, [number, number][]>> {
  const json: Record<string, string> = JSON.parse(await readFile(join(NOTO, 'unicode.json'), 'utf8'))
  const parse = (text: string): [number, number][] =>
    text.split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    })
  return new Map(Object.entries(json).map(([key, text]) => [key.replace(/^\[|\]$/g, ''), parse(text)]))
}

/** At most so many smaller files for one document. */
const MOST_SUBSETS = 12

/** The faces for some texts: simplified Chinese and Latin first, then other European scripts, then whatever else Noto Sans SC has. */
export async function facesFor(texts: readonly string[]): Promise<Face[]> {
  const faces = await Promise.all([
    subset('chinese-simplified'),
    once('roboto', join(ROBOTO, 'Roboto-Regular.ttf'), join(ROBOTO, 'Roboto-Medium.ttf')),
  ])
  const missing = missingFrom(texts, faces)
  if (missing.size === 0) return faces
  ranges ??= readRanges()
  const names = new Set<string>()
  for (const [name, spans] of await ranges) {
    const wanted = [...missing].some((code) => spans.some(([from, to]) => code >= from && code <= to))
    if (wanted && names.size < MOST_SUBSETS) names.add(name)
  }
  return [...faces, ...(await Promise.all([...names].map(subset)))]
}
