import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decimalText } from '@/lib/core/decimal'
import type { IsoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { listNewestRates } from '@/lib/db/fx-rates'
import { setEcb } from '@/lib/db/fx-settings'
import { newUser } from '@/lib/db/test-users'
import { dropRateFile } from '@/lib/flows/drop-rate-file'
import { enterRate } from '@/lib/flows/enter-rate'
import { fetchRates } from '@/lib/flows/fetch-rates'

const AT = new Date('2026-11-20T12:00:00Z')
const when = { asOf: '2026-11-20' as IsoDate, at: AT }
const texts = { currency: 'GBP', quote: 'USD', rate: '1.3125', date: '2026-11-20', confirmed: false } as const

let userId: string
beforeEach(async () => {
  userId = await newUser()
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await db().feedState.deleteMany({ where: { feed: 'ecb' } })
})

const stored = async () =>
  (await listNewestRates(userId)).map(({ currency, quote, rate }) => `${currency} ${quote} ${decimalText(rate)}`).sort()

describe('enterRate', () => {
  it('stores a rate, and refuses what cannot be one', async () => {
    expect(await enterRate(userId, texts, when)).toEqual({ ok: true, value: undefined })
    expect(await enterRate(userId, { ...texts, rate: 'x', date: '' }, when)).toMatchObject({
      ok: false,
      fields: { rate: 'holdings.problem.notNumber', date: 'holdings.problem.dateEmpty' },
    })
    expect(await stored()).toEqual(['GBP USD 1.3125'])
  })

  it.each([
    ['131.25', 'currencies.doubt.hundredfold'],
    ['0.7619', 'currencies.doubt.inverted'],
    ['3', 'currencies.doubt.farOff'],
  ])('asks about %s after 1.3125, and takes it when it is confirmed', async (rate, reason) => {
    await enterRate(userId, texts, when)
    expect(await enterRate(userId, { ...texts, rate }, when)).toMatchObject({ ok: false, fields: { rate: reason } })
    expect(await stored()).toEqual(['GBP USD 1.3125'])
    expect(await enterRate(userId, { ...texts, rate, confirmed: true }, when)).toMatchObject({ ok: true })
    expect(await stored()).toEqual([`GBP USD ${rate}`])
  })
})

describe('dropRateFile', () => {
  it('shows first and stores then, without what looks like a slip', async () => {
    await enterRate(userId, texts, when)
    const text = 'date,currency,quote,rate\n2026-11-20,GBP,USD,131\n2026-11-20,EUR,USD,1.08\n2026-11-20,EUR,USD,x\n'
    const read = { count: 1, from: '2026-11-20', to: '2026-11-20', fault: null, doubted: [{ doubt: 'hundredfold' }] }
    expect(await dropRateFile(userId, { text, store: false }, when)).toMatchObject(read)
    expect(await stored()).toEqual(['GBP USD 1.3125'])
    expect(await dropRateFile(userId, { text, store: true }, when)).toMatchObject({ ...read, problems: [{ line: 4 }] })
    expect(await stored()).toEqual(['EUR USD 1.08', 'GBP USD 1.3125'])
  })
})

describe('fetchRates', () => {
  const answer = (usd: string) =>
    new Response(
      `<?xml version="1.0"?><Cube><Cube time='2026-11-20'><Cube currency='USD' rate='${usd}'/><Cube currency='GBP' rate='0.8251'/></Cube></Cube>`,
    )
  const stub = (reply: () => Response) => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: URL) => {
      asked.push(url.href)
      return reply()
    })
    return asked
  }

  it('asks nobody while the source is off', async () => {
    const asked = stub(() => answer('1.0843'))
    expect(await fetchRates(userId, () => AT)).toEqual({ ok: false, reason: 'off' })
    expect(asked).toEqual([])
  })

  it('asks the one address, and stores what it says', async () => {
    const asked = stub(() => answer('1.0843'))
    await setEcb(userId, true)
    expect(await fetchRates(userId, () => AT)).toEqual({ ok: true, stored: 2, refused: [] })
    expect(asked).toEqual(['https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml'])
    expect(await stored()).toEqual(['EUR GBP 0.8251', 'EUR USD 1.0843'])
  })

  it('does not store a leap, and keeps the last rate', async () => {
    await setEcb(userId, true)
    stub(() => answer('1.0843'))
    await fetchRates(userId, () => AT)
    stub(() => answer('108.43'))
    expect(await fetchRates(userId, () => AT)).toMatchObject({ ok: true, stored: 1, refused: [{ quote: 'USD' }] })
    expect(await stored()).toEqual(['EUR GBP 0.8251', 'EUR USD 1.0843'])
  })

  it.each([
    ['a page', () => new Response('<!doctype html><title>Maintenance</title>'), 'blocked'],
    ['another form', () => new Response('<?xml version="1.0"?><error/>'), 'badAnswer'],
    ['a fault of theirs', () => new Response('', { status: 503 }), 'network'],
    [
      'a redirect',
      () => new Response('', { status: 302, headers: { Location: 'http://169.254.169.254/' } }),
      'blocked',
    ],
  ])('stores nothing of %s', async (_, reply, reason) => {
    await setEcb(userId, true)
    stub(reply)
    expect(await fetchRates(userId, () => AT)).toEqual({ ok: false, reason })
    expect(await stored()).toEqual([])
  })
})
