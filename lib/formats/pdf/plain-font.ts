import { unzlibSync } from 'fflate'

const WOFF = 0x774f4646
const HEADER = 44
const ENTRY = 20
const PLAIN_HEADER = 12
const PLAIN_ENTRY = 16
const MOST_BYTES = 64 * 1024 * 1024

const aligned = (length: number): number => (length + 3) & ~3

/**
 * A WOFF 1.0 font (W3C Recommendation, 2012) as the plain font inside it; one that is plain already as it is. Layout programs that unpack a
 * table at each look-up take a second for each character of a large compressed font.
 */
export function plainFont(font: Uint8Array): Uint8Array {
  const from = viewOf(font)
  if (from.getUint32(0) !== WOFF) return font
  const count = from.getUint16(12)
  const tables = Array.from({ length: count }, (_, i) => tableAt(font, HEADER + i * ENTRY))
  const size = tables.reduce((total, { data }) => total + aligned(data.length), PLAIN_HEADER + count * PLAIN_ENTRY)
  const plain = new Uint8Array(size)
  const to = viewOf(plain)
  to.setUint32(0, from.getUint32(4))
  to.setUint16(4, count)
  const power = 2 ** Math.floor(Math.log2(count))
  to.setUint16(6, power * PLAIN_ENTRY)
  to.setUint16(8, Math.log2(power))
  to.setUint16(10, (count - power) * PLAIN_ENTRY)
  let offset = PLAIN_HEADER + count * PLAIN_ENTRY
  for (const [i, { tag, checksum, data }] of tables.entries()) {
    const entry = PLAIN_HEADER + i * PLAIN_ENTRY
    for (const [j, word] of [tag, checksum, offset, data.length].entries()) to.setUint32(entry + j * 4, word)
    plain.set(data, offset)
    offset += aligned(data.length)
  }
  return plain
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function tableAt(font: Uint8Array, at: number): { tag: number; checksum: number; data: Uint8Array } {
  const view = viewOf(font)
  const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((o) => view.getUint32(at + o)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (length > MOST_BYTES) throw new Error('A font has a table that is too large')
  const raw = font.subarray(offset, offset + packed)
  const data = packed < length ? unzlibSync(raw, { out: new Uint8Array(length) }) : raw
  return { tag, checksum, data }
}
