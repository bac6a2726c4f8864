import { describe, expect, it } from 'vitest'
import { MOST_BYTES, readForm } from '@/app/api/positions-files/read-form'

const ID = '0199f0a0-0000-7000-8000-000000000000'
const CHOICES = {
  accounts: [{ file: 0, account: 'A', to: { kind: 'leave' } }],
  classes: [
    { symbol: 'X', split: { growth: 10_000, tech: 0, longBonds: 0, digital: 0, moneyFunds: 0, alternatives: 0 } },
  ],
  remove: [ID],
  cost: { kind: 'oneLot', acquired: '2026-01-02' },
}

function form(fields: Record<string, string> = {}, files = 1): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ portfolioId: ID, ...fields })) data.set(name, value)
  for (let at = 0; at < files; at += 1) data.append('file', new File(['Symbol,Quantity\nVTI,1\n'], `${at}.csv`))
  return data
}

const sent = (body: FormData): Request => new Request('http://test/', { method: 'POST', body })
const read = (fields: Record<string, string> = {}, files = 1) => readForm(sent(form(fields, files)))

/** The bytes of a form with its type, to be spoiled. */
async function raw(): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> }> {
  const request = sent(form())
  const type = request.headers.get('content-type') ?? ''
  return { type, bytes: new Uint8Array(await request.arrayBuffer()) }
}

const post = (body: BodyInit, headers: Record<string, string>): Request =>
  new Request('http://test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

describe('readForm', () => {
  it('reads files with what is said of them', async () => {
    const got = await read(
      { choices: JSON.stringify(CHOICES), mappings: '{}', store: '1', importId: ID, version: '3' },
      2,
    )
    expect(got).toMatchObject({
      request: { portfolioId: ID, choices: CHOICES, files: [{ name: '0.csv' }, { name: '1.csv' }] },
      order: { importId: ID, version: 3 },
    })
    expect(await read()).toMatchObject({ request: { choices: { accounts: [], cost: { kind: 'leave' } } }, order: null })
  })

  it('reads mappings by the place of their file', async () => {
    const mapping = {
      encoding: null,
      delimiter: ';',
      decimal: ',',
      dateOrder: null,
      header: 1,
      columns: ['symbol', null],
    }
    const got = await read({ mappings: JSON.stringify({ 0: mapping }) })
    expect(got).toMatchObject({ request: { mappings: new Map([[0, mapping]]) } })
    expect(await read({ mappings: JSON.stringify({ 0: { ...mapping, decimal: ';' } }) })).toBe('invalid')
  })

  it.each([
    [{ portfolioId: 'x' }, 1],
    [{ choices: '{' }, 1],
    [{ choices: '{}' }, 1],
    [{ choices: JSON.stringify({ ...CHOICES, cost: { kind: 'oneLot', acquired: '2026-02-30' } }) }, 1],
    [{ choices: JSON.stringify({ ...CHOICES, classes: [{ symbol: 'X', split: { growth: 10_000 } }] }) }, 1],
    [{ store: '1' }, 1],
    [{ store: '1', importId: ID, version: '0' }, 1],
    [{ store: '1', importId: 'x', version: '1' }, 1],
    [{}, 0],
    [{}, 11],
    [{ file: 'a text' }, 1],
  ])('is invalid with %o and %i files', async (fields, files) => {
    expect(await read(fields as Record<string, string>, files)).toBe('invalid')
  })

  it('does not read what says that it is too long, nor further than the limit', async () => {
    const { type } = await raw()
    let pulled = 0
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(stream) {
          pulled += 1
          stream.enqueue(new Uint8Array(1 << 20))
        },
      })
    expect(await readForm(post(endless(), { 'content-type': type, 'content-length': String(MOST_BYTES + 1) }))).toBe(
      'tooLong',
    )
    expect(pulled).toBeLessThanOrEqual(1)
    expect(await readForm(post(endless(), { 'content-type': type }))).toBe('tooLong')
    expect(pulled).toBeLessThan(10)
  })

  it('is invalid when the body ends early, is of another kind, or breaks off', async () => {
    const { type, bytes } = await raw()
    const whole = await readForm(post(bytes, { 'content-type': type }))
    expect(whole).toMatchObject({ order: null })
    for (const cut of [1, 5, 50, 80, bytes.length - 1]) {
      expect(await readForm(post(bytes.slice(0, -cut), { 'content-type': type })), String(cut)).toBe('invalid')
    }
    const stated = { 'content-type': type, 'content-length': String(bytes.length) }
    expect(await readForm(post(bytes.slice(0, -60), stated))).toBe('invalid')
    expect(await readForm(post(bytes, { 'content-type': 'text/plain' }))).toBe('invalid')
    const broken = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(bytes.slice(0, 60))
        stream.error(new Error('gone'))
      },
    })
    expect(await readForm(post(broken, { 'content-type': type }))).toBe('invalid')
  })
})
