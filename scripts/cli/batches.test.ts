import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inBatches } from './batches.mjs'

async function* pieces(text: string, sizes: number[]) {
  const bytes = Buffer.from(text)
  let at = 0
  for (let i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function batchesOf(text: string, sizes: number[], longest?: number) {
  const batches = []
  for await (const { bytes, ...rest } of inBatches(pieces(text, sizes), longest)) {
    batches.push({ text: Buffer.from(bytes).toString(), ...rest })
  }
  return batches
}

const someText = fc.array(fc.constantFrom('a', 'é', '\n', 'bcd', ''), { maxLength: 40 }).map((parts) => parts.join(''))
const someSizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })

describe('inBatches', () => {
  it('loses nothing, cuts only between lines and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(someText, someSizes, async (text, sizes) => {
        const batches = await batchesOf(text, sizes)
        expect(batches.map((batch) => batch.text).join('')).toBe(text)
        let line = 1
        for (const [i, batch] of batches.entries()) {
          expect(batch).toMatchObject({ firstLine: line, tooLong: false })
          if (i < batches.length - 1) expect(batch.text.endsWith('\n')).toBe(true)
          line += batch.text.split('\n').length - 1
        }
      }),
    )
  })

  // A line that arrives in one piece is no burden, however long.
  it('puts a mark where a line is too long to be kept, and nothing else', async () => {
    const text = 'ab\nfar too long\ncd\nef\nlong again'
    for (const size of [1, 2, 3, 5]) {
      const told = (await batchesOf(text, [size], 5)).flatMap(({ text: part, firstLine, tooLong }) =>
        tooLong
          ? [`${firstLine} too long`]
          : part
              .split('\n')
              .filter(Boolean)
              .map((line, i) => `${firstLine + i} ${line}`),
      )
      expect(told, `in pieces of ${size}`).toEqual(['1 ab', '2 too long', '3 cd', '4 ef', '5 too long'])
    }
  })
})
