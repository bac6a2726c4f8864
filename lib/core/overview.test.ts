import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTarget, awkwardSnapshot } from '@/lib/core/awkward-book'
import { regimePair } from '@/lib/core/models'
import { notate } from '@/lib/core/notation'
import { describePortfolio, furthestFirst, isEmpty, outsideBands } from '@/lib/core/overview'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { absolute, type IsoDate, sum } from '@/lib/core/units'

const regimes = regimePair('balanced')
const target = { weights: regimes.postQt, bands: DEFAULT_BANDS, destination: 'target' as const }
const scope = { asOf: '2026-11-20' as IsoDate, accountId: null }

const BOOK = notate(`
  ira deferred cash 200
  A growth 1 @ 500 on 2026-11-12; Z tech 0 @ 9 on 2020-01-01
  roth free
  B tech 1 @ 300 on 2026-11-13; C tech 2 @ ?`)

describe('describePortfolio', () => {
  it('dates the prices that the values rest on', () => {
    const prices = describePortfolio(BOOK, regimes, target, scope)?.prices
    expect(prices).toMatchObject({ oldest: '2026-11-12', newest: '2026-11-13', source: 'manual' })
    expect(prices?.stale.map((h) => h.symbol)).toEqual(['A'])
  })

  it('describes one account by itself, and none that is not there', () => {
    const roth = describePortfolio(BOOK, regimes, target, { ...scope, accountId: 'roth' })
    expect([roth?.account?.id, roth?.comparison.breakdown.total]).toEqual(['roth', 30_000n])
    expect([roth?.prices.oldest, roth?.accounts.length]).toEqual(['2026-11-13', 2])
    expect(describePortfolio(BOOK, regimes, target, { ...scope, accountId: 'other' })).toBeNull()
  })

  it('names the classes outside their bands, the furthest first', () => {
    const rows = describePortfolio(BOOK, regimes, target, scope)?.comparison.rows ?? []
    expect(outsideBands(rows).map((r) => r.assetClass)).toEqual([
      'longBonds',
      'growth',
      'moneyFunds',
      'alternatives',
      'tech',
      'digital',
    ])
    const without = describePortfolio(BOOK, regimes, null, scope)?.comparison.rows ?? []
    expect([outsideBands(without), furthestFirst(without)]).toEqual([[], []])
  })

  it('moves toward the post-QT weights while no target is adopted', () => {
    const bare = describePortfolio(BOOK, regimes, null, scope)
    expect(bare?.moves).toEqual(describePortfolio(BOOK, regimes, target, scope)?.moves)
    expect(bare?.moved).toBe(30_000n)
  })

  it('knows a book with nothing in it', () => {
    expect(isEmpty(notate('ira deferred; A growth 0 @ 5'))).toBe(true)
    expect(['ira deferred cash -1', 'ira deferred; A growth 1 @ ?'].map((text) => isEmpty(notate(text)))).toEqual([
      false,
      false,
    ])
  })

  it('moves half of all shifts, for any book', () => {
    fc.assert(
      fc.property(awkwardSnapshot, anyTarget, (snapshot, wanted) => {
        const found = describePortfolio(snapshot, regimes, wanted, scope)
        const { rows, breakdown: b } = found?.comparison ?? { rows: [], breakdown: null }
        const shifts = rows.map((r) => absolute(r.adopted?.shift ?? 0n))
        expect(2n * (found?.moved ?? 0n)).toBe(
          sum(shifts) + absolute(b?.values.unclassified ?? 0n) + absolute(b?.values.cash ?? 0n),
        )
      }),
    )
  })
})
