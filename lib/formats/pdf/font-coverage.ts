import { viewOf } from '@/lib/formats/pdf/plain-font'

const CMAP = 0x636d6170
const FORMAT_SEGMENTS = 4
const FORMAT_GROUPS = 12

/** The code points for which a plain font has a glyph (OpenType specification 1.9, `cmap` formats 4 and 12). */
export function fontCoverage(font: Uint8Array): Set<number> {
  const view = viewOf(font)
  const found = new Set<number>()
  const at = tableOffset(view)
  if (at === null) return found
  for (let i = 0; i < view.getUint16(at + 2); i += 1) {
    const start = at + view.getUint32(at + 4 + i * 8 + 4)
    const format = view.getUint16(start)
    if (format === FORMAT_SEGMENTS) addSegments(view, start, found)
    if (format === FORMAT_GROUPS) addGroups(view, start, found)
  }
  return found
}

function tableOffset(view: DataView): number | null {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + i * 16
    if (view.getUint32(entry) === CMAP) return view.getUint32(entry + 8)
  }
  return null
}

function addSegments(view: DataView, start: number, found: Set<number>): void {
  const segments = view.getUint16(start + 6) / 2
  const ends = start + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const offsets = deltas + segments * 2
  for (let i = 0; i < segments; i += 1) {
    const [first, last] = [view.getUint16(starts + i * 2), view.getUint16(ends + i * 2)]
    const [delta, offset] = [view.getUint16(deltas + i * 2), view.getUint16(offsets + i * 2)]
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? code : view.getUint16(offsets + i * 2 + offset + (code - first) * 2)
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(code)
    }
  }
}

function addGroups(view: DataView, start: number, found: Set<number>): void {
  for (let i = 0; i < view.getUint32(start + 12); i += 1) {
    const group = start + 16 + i * 12
    const [first, last] = [view.getUint32(group), view.getUint32(group + 4)]
    for (let code = first; code <= last && code <= 0x10ffff; code += 1) found.add(code)
  }
}
