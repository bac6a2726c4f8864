import { decodeWestern, looksCentralEuropean } from '@/lib/formats/positions/single-byte'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1250' | 'windows-1252'

/** Enough to tell one encoding from another. */
const SAMPLE = 1 << 18
/** Of all pairs of bytes; plain Latin text in UTF-16 has a zero in nearly every one, Chinese text still in each mark and line end. */
const LEAST_ZEROS = 0.05
/** The share of characters beyond ASCII that must be of GB 2312, which has what is written every day. */
const COMMON_CHINESE = 0.8
/** The longest start of a character that a cut file can end with. */
const LONGEST_REST = 3

/**
 * Bytes of a text file as text without its byte order mark, and in which encoding they were read: by the mark, by zero bytes (UTF-16 without a
 * mark), as UTF-8 where they are that, else by which of GB 18030, Windows-1250 and Windows-1252 gives the more plausible letters; or as it is `given`.
 */
export function decode(bytes: Uint8Array, given: Encoding | null = null): { text: string; encoding: Encoding } {
  const encoding = given ?? encodingOf(bytes)
  const text = encoding === 'windows-1252' ? decodeWestern(bytes) : new TextDecoder(encoding).decode(bytes)
  return { text: text.replace(/^\ufeff/, ''), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const wide = wideEncoding(bytes.subarray(0, SAMPLE))
  if (wide) return wide
  if (isUtf8(bytes)) return 'utf-8'
  if (isChinese(bytes.subarray(0, SAMPLE))) return 'gb18030'
  return looksCentralEuropean(bytes.subarray(0, SAMPLE)) ? 'windows-1250' : 'windows-1252'
}

/** UTF-16 by where its zero bytes stand; a text has none in any other encoding. */
function wideEncoding(sample: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  for (let i = sample.indexOf(0); i >= 0; i = sample.indexOf(0, i + 1)) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const least = (LEAST_ZEROS * sample.length) / 2
  if (odd > least && odd > 4 * even) return 'utf-16le'
  return even > least && even > 4 * odd ? 'utf-16be' : null
}

/** True also for a text that was cut within its last character, if it has others beyond ASCII. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let rest = 0; rest <= LONGEST_REST; rest += 1) {
    const end = bytes.length - rest
    if (end < 0 || (rest > 0 && (bytes[end] ?? 0) < 0x80)) return false
    try {
      decoder.decode(bytes.subarray(0, end))
      return rest === 0 || bytes.subarray(0, end).some((byte) => byte >= 0x80)
    } catch {
      // One byte less may end between two characters.
    }
  }
  return false
}

/** Letters of Western words followed by others make pairs, too, but seldom any of GB 2312. */
function isChinese(sample: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let i = 0; i < sample.length; i += 1) {
    const lead = sample[i] ?? 0
    if (lead < 0x80) continue
    pairs += 1
    const trail = sample[i + 1] ?? 0
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1
    if (trail >= 0x30) i += 1
  }
  return pairs > 0 && common >= COMMON_CHINESE * pairs
}
