import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { anyArchive } from '@/lib/core/archive/random-contents'
import { type Archive, packArchive, unpackArchive } from '@/lib/formats/archive'

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const HEAD = { id: '0198b6f0-0000-7000-8000-000000000001', madeAt: '2026-11-22T10:00:00.000Z' }

const [example] = fc.sample(anyArchive, { numRuns: 1, seed: 7 })
if (!example) throw new Error('No example')
const archive: Archive = { ...HEAD, contents: example }
const packed = packArchive(archive, digest) as Uint8Array

/** A file made by other means, under a seal of its own. */
function resealed(files: Record<string, Uint8Array>): Uint8Array {
  const zip = zipSync(files)
  const whole = new Uint8Array(zip.length + 71)
  whole.set(zip)
  whole[zip.length - 2] = 71
  whole.set(new TextEncoder().encode(`sha256:${digest(whole.subarray(0, zip.length))}`), zip.length)
  return whole
}

describe('an archive', () => {
  it('holds without loss whatever a user has', () => {
    fc.assert(
      fc.property(anyArchive, (contents) => {
        const bytes = packArchive({ ...HEAD, contents }, digest)
        expect(bytes && unpackArchive(bytes, digest)).toEqual({ ok: true, archive: { ...HEAD, contents } })
      }),
      { numRuns: 60 },
    )
  })

  it('is damaged when any byte is another', () => {
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoilt = packed.slice()
        spoilt[at] = (spoilt[at] ?? 0) ^ change
        expect(unpackArchive(spoilt, digest).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('is damaged wherever it is cut', () => {
    fc.assert(
      fc.property(fc.nat(packed.length - 1), (length) => {
        expect(unpackArchive(packed.subarray(0, length), digest).ok).toBe(false)
      }),
    )
    expect(unpackArchive(packed.subarray(0, packed.length - 1), digest)).toEqual({ ok: false, fault: 'damaged' })
  })

  it('says that a file is missing, was changed, or is not an archive', () => {
    const files = unzipSync(packed)
    const { 'plans.json': _, ...some } = files
    expect(unpackArchive(resealed(some), digest)).toEqual({ ok: false, fault: 'damaged' })
    const changed = { ...files, 'plans.json': new TextEncoder().encode('{"plans":[ ]}') }
    expect(unpackArchive(resealed(changed), digest)).toEqual({ ok: false, fault: 'damaged' })
    expect(unpackArchive(resealed({ 'a.txt': new Uint8Array(3) }), digest)).toEqual({ ok: false, fault: 'notArchive' })
    expect(unpackArchive(new TextEncoder().encode('symbol,shares'), digest)).toEqual({ ok: false, fault: 'notArchive' })
    const later = new TextDecoder().decode(files['manifest.json']).replace('"formatVersion": 1', '"formatVersion": 2')
    const newer = { ...files, 'manifest.json': new TextEncoder().encode(later) }
    expect(unpackArchive(resealed(newer), digest)).toEqual({ ok: false, fault: 'newer' })
  })

  it('does not unpack a zip bomb', () => {
    const bomb = resealed({ ...unzipSync(packed), 'series.json': new Uint8Array(60 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(unpackArchive(bomb, digest)).toEqual({ ok: false, fault: 'tooLarge' })
  })

  it('refuses counts that do not add up and rows that could not be stored', () => {
    const spoilt = (spoil: (contents: typeof example) => void): Uint8Array => {
      const contents = structuredClone(example) as NonNullable<typeof example>
      spoil(contents)
      return packArchive({ ...HEAD, contents }, digest) as Uint8Array
    }
    const faults = [
      spoilt((c) => Object.assign(c?.portfolios[0] ?? {}, { riskLevel: 'wild' })),
      spoilt((c) => Object.assign(c?.portfolios[0] ?? {}, { name: 'a\0b' })),
      spoilt((c) => c?.portfolios[0]?.links.push({ format: 'x', externalId: '1', accountId: HEAD.id })),
      spoilt((c) =>
        c?.plans.push({
          id: HEAD.id,
          portfolioId: HEAD.id,
          name: '',
          document: {},
          inputHash: '',
          approvedAt: null,
          stages: null,
          createdAt: HEAD.madeAt,
        }),
      ),
    ]
    for (const bytes of faults) expect(unpackArchive(bytes, digest)).toEqual({ ok: false, fault: 'damaged' })
  })
})
