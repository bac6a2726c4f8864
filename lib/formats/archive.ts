import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import { type ArchiveContents, type ArchiveCounts, COUNTED, countArchive } from '@/lib/core/archive/contents'
import { joinParts, PART_NAMES, type PartName, partsOf } from '@/lib/formats/archive-schema'

const FORMAT = 'tidemark-archive'
const VERSION = 1
const MANIFEST = 'manifest.json'
export const MOST_PACKED = 20 * 1024 * 1024
export const MOST_UNPACKED = 50 * 1024 * 1024

export interface Archive {
  /** The same for every copy of one download. */
  id: string
  /** ISO instant. */
  madeAt: string
  contents: ArchiveContents
}

/** SHA-256, hexadecimal. */
export type Digest = (bytes: Uint8Array) => string

/** `notArchive`: another file. `newer`: of a later version of the product. `damaged`: cut, changed, or a file is missing. */
export type ArchiveFault = 'notArchive' | 'newer' | 'damaged' | 'tooLarge'

/** A zip that ends in a seal: the comment at its end is the digest of all bytes before it, so that no change goes unseen. */
const SEAL = /^sha256:[\da-f]{64}$/
const SEAL_LENGTH = 71

const counts = z.strictObject(
  Object.fromEntries(COUNTED.map((name) => [name, z.int().nonnegative()])),
) as unknown as z.ZodType<ArchiveCounts>
const head = z.object({ format: z.literal(FORMAT), formatVersion: z.int() })
const manifest = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(VERSION),
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  counts,
  files: z.array(z.strictObject({ name: z.enum(PART_NAMES), bytes: z.int(), sha256: z.string() })),
})

/** The bytes of an archive; null when it would be larger than one that is read again. */
export function packArchive({ id, madeAt, contents }: Archive, digest: Digest): Uint8Array | null {
  const parts = partsOf(contents)
  const files = Object.fromEntries(PART_NAMES.map((name) => [name, strToU8(JSON.stringify(parts[name]))]))
  const described = {
    ...{ format: FORMAT, formatVersion: VERSION, id, madeAt, counts: countArchive(contents) },
    files: Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: digest(bytes) })),
  }
  const all = { [MANIFEST]: strToU8(`${JSON.stringify(described, null, 2)}\n`), ...files }
  if (Object.values(all).reduce((sum, bytes) => sum + bytes.length, 0) > MOST_UNPACKED) return null
  const packed = sealed(zipSync(all, { mtime: new Date(madeAt) }), digest)
  return packed.length > MOST_PACKED ? null : packed
}

/** Reads what `packArchive` wrote. Nothing is unpacked that says of itself that it is too large, and no more than it says. */
export function unpackArchive(
  bytes: Uint8Array,
  digest: Digest,
): { ok: true; archive: Archive } | { ok: false; fault: ArchiveFault } {
  const fault = (what: ArchiveFault) => ({ ok: false, fault: what }) as const
  if (bytes.length > MOST_PACKED) return fault('tooLarge')
  if (strFromU8(bytes.subarray(0, 2)) !== 'PK') return fault('notArchive')
  if (!isSealed(bytes, digest)) return fault('damaged')
  const files = unzipped(bytes)
  if (files === 'tooLarge') return fault('tooLarge')
  const described = files && parsed(files[MANIFEST])
  const known = head.safeParse(described)
  if (!files || !known.success) return fault('notArchive')
  if (known.data.formatVersion > VERSION) return fault('newer')
  const read = manifest.safeParse(described)
  if (!read.success) return fault('damaged')
  const contents = contentsOf(files, read.data, digest)
  if (!contents) return fault('damaged')
  const { id, madeAt } = read.data
  return { ok: true, archive: { id, madeAt, contents } }
}

type Files = Record<string, Uint8Array>

function contentsOf(files: Files, { files: listed, counts: stated }: z.output<typeof manifest>, digest: Digest) {
  const parts: Partial<Record<PartName, unknown>> = {}
  for (const { name, bytes, sha256 } of listed) {
    const file = files[name]
    if (!file || file.length !== bytes || digest(file) !== sha256) return null
    parts[name] = parsed(file)
  }
  const contents = joinParts(parts as Record<PartName, unknown>)
  const counted = contents && countArchive(contents)
  return counted && COUNTED.every((name) => counted[name] === stated[name]) ? contents : null
}

function unzipped(bytes: Uint8Array): Files | 'tooLarge' | null {
  const wanted = new Set<string>([MANIFEST, ...PART_NAMES])
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.has(name)) return false
        total += originalSize
        return total <= MOST_UNPACKED
      },
    })
    return total > MOST_UNPACKED ? 'tooLarge' : files
  } catch {
    return null
  }
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes ? JSON.parse(strFromU8(bytes)) : null
  } catch {
    return null
  }
}

/** The length of the comment is in the last two bytes of a zip without one. */
function sealed(zip: Uint8Array, digest: Digest): Uint8Array {
  const whole = new Uint8Array(zip.length + SEAL_LENGTH)
  whole.set(zip)
  whole[zip.length - 2] = SEAL_LENGTH
  whole.set(strToU8(`sha256:${digest(whole.subarray(0, zip.length))}`), zip.length)
  return whole
}

function isSealed(bytes: Uint8Array, digest: Digest): boolean {
  const end = bytes.length - SEAL_LENGTH
  if (end <= 0) return false
  const seal = strFromU8(bytes.subarray(end))
  return SEAL.test(seal) && seal === `sha256:${digest(bytes.subarray(0, end))}`
}
