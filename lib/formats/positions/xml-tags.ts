import { lineCounter } from '@/lib/formats/positions/line-counter'

/** An element's opening tag. `problem`: the text begins like a tag and is none, as where a download was cut off. */
export interface XmlTag {
  /** The physical line of its `<`, counted from 1. */
  line: number
  name: string
  text: string
  attributes: ReadonlyMap<string, string>
  problem: boolean
}

const TAG = /<([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y
const BEGINS = /<([A-Za-z_][\w.:-]*)/y
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LAST_CODE_POINT = 0x10ffff
const LONGEST_TEXT = 200

/**
 * The opening tags of an XML text in their order, with their attributes; closing tags, comments, declarations and what stands between are
 * passed over. Files whose data are attributes only need no more.
 */
export function xmlTags(text: string): XmlTag[] {
  const tags: XmlTag[] = []
  const lines = lineCounter(text)
  for (let at = text.indexOf('<'); at >= 0; ) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at)
      at = end < 0 ? -1 : text.indexOf('<', end)
      continue
    }
    TAG.lastIndex = at
    BEGINS.lastIndex = at
    const whole = TAG.exec(text)
    const name = BEGINS.exec(text)?.[1]
    if (name !== undefined) {
      const shown = (whole?.[0] ?? text.slice(at, at + LONGEST_TEXT)).replace(/\s+/g, ' ')
      tags.push({ line: lines(at), name, text: shown, attributes: attributesOf(whole?.[2]), problem: !whole })
    }
    at = text.indexOf('<', whole ? TAG.lastIndex : at + 1)
  }
  return tags
}

function attributesOf(text = ''): ReadonlyMap<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)]
  return new Map(found.map(([, name = '', double, single]) => [name, plain(double ?? single ?? '')]))
}

function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole
  })
}
