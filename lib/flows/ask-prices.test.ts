import { describe, expect, it, vi } from 'vitest'
import { GOOD_ALPHA_KEY, GOOD_TIINGO_KEY } from '@/e2e/stubs/prices'
import { db } from '@/lib/db/client'
import { findPriceRun } from '@/lib/db/price-runs'
import { setPriceSource } from '@/lib/db/price-settings'
import { readPriceKeyStandings, savePriceKey } from '@/lib/flows/price-keys'
import { dollars, openPriceDesk } from '@/scripts/testing/price-desk'

const { desk } = await openPriceDesk()

describe('sources that fail', () => {
  it('are left alone after three failures, and what is stored stays', async () => {
    await setPriceSource(desk.userId, 'yahoo', true)
    for (const symbol of ['A', 'B', 'C', 'D', 'E']) await desk.hold(symbol, { price: '100' })
    desk.stubs.wrongs.set('yahoo', 'broken')
    await desk.refresh()
    expect(desk.stubs.requests).toHaveLength(3)
    expect(await findPriceRun(desk.userId)).toMatchObject({ done: 5, failed: 5 })
    expect((await desk.faults()).map(([, , code]) => code).sort()).toEqual([
      'network',
      'network',
      'network',
      'waiting',
      'waiting',
    ])
    expect((await desk.held('A')).price).toBe(dollars(100))
    await desk.refresh()
    expect(desk.stubs.requests, 'the circuit is open').toHaveLength(3)
    expect(
      (await desk.faults()).filter(([, , code]) => code === 'network'),
      'waiting hides no reason',
    ).toHaveLength(3)
  })

  it('refuse a key once, and nobody else is kept waiting for it', async () => {
    await setPriceSource(desk.userId, 'alphaVantage', true)
    expect(await savePriceKey(desk.userId, 'alphaVantage', 'no key!')).toBe(false)
    await savePriceKey(desk.userId, 'alphaVantage', 'WRONGKEY00000001')
    await desk.hold('A', { price: '1' })
    await desk.hold('B', { price: '1' })
    await desk.refresh()
    expect(desk.stubs.requests).toHaveLength(1)
    expect(await readPriceKeyStandings(desk.userId)).toMatchObject({ alphaVantage: { state: 'refused', end: '0001' } })
    expect(await desk.claim()).toBeNull()
    await savePriceKey(desk.userId, 'alphaVantage', GOOD_ALPHA_KEY)
    desk.stubs.wrongs.set('alphaVantage', 'note')
    await desk.refresh()
    const states = await db().feedState.findMany()
    expect(states.map(({ feed, failure }) => [feed, failure])).toEqual([[`alphaVantage ${desk.userId}`, 'rateLimited']])
  })

  it('leave no key in any stored row or in what the server prints', async () => {
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
    await desk.hold('AAPL', { price: '100' })
    for (const source of ['alphaVantage', 'tiingo'] as const) await setPriceSource(desk.userId, source, true)
    const keys = [GOOD_ALPHA_KEY, GOOD_TIINGO_KEY, 'WRONGKEY00000001']
    await savePriceKey(desk.userId, 'tiingo', GOOD_TIINGO_KEY)
    for (const [key, wrong] of [
      ['WRONGKEY00000001', null],
      [GOOD_ALPHA_KEY, 'note'],
      [GOOD_ALPHA_KEY, 'html'],
    ] as const) {
      await db().feedState.deleteMany()
      await savePriceKey(desk.userId, 'alphaVantage', key)
      if (wrong) desk.stubs.wrongs.set('alphaVantage', wrong)
      await desk.refresh()
    }
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
    for (const { name } of tables) {
      const rows = await db().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`)
      expect(
        rows.filter(({ row }) => keys.some((key) => row.includes(key))),
        name,
      ).toEqual([])
    }
    const said = JSON.stringify(printed.map((spy) => spy.mock.calls))
    expect(keys.some((key) => said.includes(key))).toBe(false)
    for (const spy of printed) spy.mockRestore()
  })
})
