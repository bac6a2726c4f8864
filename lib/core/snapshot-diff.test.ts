import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entirely, weights } from '@/lib/core/asset-class'
import { notate } from '@/lib/core/notation'
import type { Snapshot } from '@/lib/core/portfolio'
import { anySnapshot } from '@/lib/core/random-book'
import { agedPrices, diffInputs } from '@/lib/core/snapshot-diff'
import { DEFAULT_BANDS, type Target } from '@/lib/core/targets'
import { bps, cents, type IsoDate, ONE, quantity, unitPrice } from '@/lib/core/units'

const target: Target = {
  weights: weights({ growth: 6000, longBonds: 4000 }),
  bands: DEFAULT_BANDS,
  destination: 'target',
}
const book = notate(`
  ira deferred cash 4000 reserve 500
  VTI growth 100 @ 250 on 2026-11-20 lot 60 @ 120 2020-01-02
  bank taxable cash 10
  BND longBonds 5 @ 70 on 2026-11-18
`)

const changed = (change: (s: Snapshot) => void): Snapshot => {
  const copy = structuredClone(book)
  change(copy)
  return copy
}
const moved = (change: (s: Snapshot) => void) =>
  diffInputs({ snapshot: book, target }, { snapshot: changed(change), target })
const first = <T>(rows: T[]): T => rows[0] as T

describe('diffInputs', () => {
  it('finds nothing where nothing moved', () => {
    expect(moved(() => {})).toEqual([])
  })

  it('says what the cash was and is', () => {
    expect(moved((s) => (first(s.accounts).cash = cents(-1250n)))).toEqual([
      { kind: 'account', subject: 'ira', accountId: 'ira', field: 'cash', before: '4000.00', after: '-12.50' },
    ])
  })

  it.each<[string, (s: Snapshot) => void, string | null, string | null]>([
    ['quantity', (s) => (first(s.holdings).quantity = quantity(ONE / 2n)), '100', '0.5'],
    ['price', (s) => (first(s.holdings).price = unitPrice(ONE / 8n)), '250.00', '0.125'],
    ['price', (s) => (first(s.holdings).price = null), '250.00', null],
    ['pricedOn', (s) => (first(s.holdings).pricedOn = '2026-11-21' as IsoDate), '2026-11-20', '2026-11-21'],
    ['unit', (s) => (first(s.holdings).unit = quantity(ONE / 10n)), '1', '0.1'],
    ['trading', (s) => (first(s.holdings).locked = true), 'free', 'locked'],
    ['trading', (s) => (first(s.holdings).noSell = true), 'free', 'noSell'],
    [
      'split',
      (s) => (first(s.holdings).split = weights({ growth: 6500, tech: 3500 })),
      'growth:10000',
      'growth:6500 tech:3500',
    ],
    ['split', (s) => (first(s.holdings).split = null), 'growth:10000', null],
    ['lots', (s) => (first(s.holdings).lots = []), null, null],
    ['symbol', (s) => (first(s.holdings).symbol = 'VOO'), 'VTI', 'VOO'],
    ['account', (s) => (first(s.holdings).accountId = 'bank'), 'ira', 'bank'],
  ])('tells a change of the %s of a holding', (field, change, before, after) => {
    expect(moved(change)).toEqual([
      expect.objectContaining({ kind: 'holding', holdingId: 'ira/VTI', field, before, after }),
    ])
  })

  it('tells what came and what went', () => {
    const changes = moved((s) => {
      s.holdings = [{ ...first(s.holdings), id: 'new', symbol: 'NEW' }]
      s.accounts = [first(s.accounts)]
    })
    expect(changes.map((c) => [c.kind, c.subject, c.field])).toEqual([
      ['account', 'bank', 'removed'],
      ['holding', 'VTI', 'removed'],
      ['holding', 'BND', 'removed'],
      ['holding', 'NEW', 'added'],
    ])
  })

  it('tells a change of the target, class by class', () => {
    const other: Target = {
      weights: entirely('growth'),
      bands: { ...DEFAULT_BANDS, tech: { rule: 'absolute', halfWidth: bps(300) } },
      destination: 'edge',
    }
    const changes = diffInputs({ snapshot: book, target }, { snapshot: book, target: other })
    expect(changes.map((c) => [c.field, c.subject, c.before, c.after])).toEqual([
      ['weight', 'growth', '6000', '10000'],
      ['weight', 'longBonds', '4000', '0'],
      ['band', 'tech', 'fiveTwentyFive', 'absolute:300'],
      ['destination', '', 'target', 'edge'],
    ])
  })

  it('does not call a name, a source, a version or another id of the same lot a change', () => {
    const changes = moved((s) => {
      s.version += 1
      first(s.accounts).name = 'renamed'
      first(s.holdings).name = 'renamed'
      first(s.holdings).priceSource = 'pasted'
      first(first(s.holdings).lots).id = 'saved again'
    })
    expect(changes).toEqual([])
  })

  it('does not depend on the order of rows, and is empty for a book and itself', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const turned = {
          ...snapshot,
          accounts: snapshot.accounts.toReversed(),
          holdings: snapshot.holdings.toReversed().map((h) => ({ ...h, lots: h.lots.toReversed() })),
        }
        expect(diffInputs({ snapshot, target }, { snapshot: turned, target })).toEqual([])
      }),
    )
  })
})

describe('agedPrices', () => {
  it('names each price that is older than the plan allows', () => {
    expect(agedPrices(book.holdings, '2026-11-26' as IsoDate, 7)).toEqual([
      { kind: 'holding', field: 'priceAge', subject: 'BND', holdingId: 'bank/BND', before: '7', after: '8' },
    ])
    expect(agedPrices(book.holdings, '2026-11-25' as IsoDate, 7)).toEqual([])
  })
})
