import { describe, expect, it } from 'vitest'
import { readBytes } from '@/app/api/archive/read-bytes'

const sent = (body: BodyInit, length?: number): Request =>
  new Request('http://localhost/api/archive', {
    method: 'POST',
    body,
    headers: length === undefined ? {} : { 'Content-Length': String(length) },
  })

describe('readBytes', () => {
  it('gives a whole body back', async () => {
    expect(await readBytes(sent(new Uint8Array([1, 2, 3]), 3), 3)).toEqual(Buffer.from([1, 2, 3]))
  })

  it('reads nothing that says it is too long, and no further than the limit', async () => {
    expect(await readBytes(sent(new Uint8Array(2), 99), 3)).toBe('tooLong')
    expect(await readBytes(sent(new Uint8Array(4)), 3)).toBe('tooLong')
  })

  it('sees that less came than was announced', async () => {
    expect(await readBytes(sent(new Uint8Array(2), 3), 3)).toBe('cut')
  })
})
