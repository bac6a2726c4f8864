import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { enterLot, enterNamedLots, lotDate, type NamedLot } from '@/lib/formats/positions/lot-line'
import { startReading } from '@/lib/formats/positions/reading'

describe('the day of a lot', () => {
  it.each([
    ['20250304;100111', null, '2025-03-04'],
    ['20250304', null, '2025-03-04'],
    ['2025-03-04;10:01:11', null, '2025-03-04'],
    ['2025-03-04, 10:01:11 EST', null, '2025-03-04'],
    ['2025-03-04T10:01:11', null, '2025-03-04'],
    ['2025-03-04 (Vesting: 2026-03-04)', null, '2025-03-04'],
    ['Mar 4, 2025', null, '2025-03-04'],
    ['31/12/2025', null, '2025-12-31'],
    ['03/04/2025', 'monthFirst', '2025-03-04'],
    ['03/04/2025', 'dayFirst', '2025-04-03'],
    ['03/04/2025', null, null],
    ['03/04/25', 'monthFirst', null],
    ['20251304', null, null],
    ['2025-02-30', null, null],
    ['MULTI', null, null],
    ['', null, null],
  ] as const)('%s (%s) is %s', (text, order, date) => {
    expect(lotDate(text, order)).toBe(date)
  })
})

const holding = (more: Partial<ReadHolding> = {}): ReadHolding => ({
  ...{ account: 'A', symbol: 'VTI', name: '', quantity: '10', price: '5', value: '50', unitCost: null },
  ...{ currency: 'USD', class: null, line: 1 },
  ...more,
})
const cells = { quantity: '4', averageCost: '98.5', cost: '', acquired: '2025-03-04' }
const place = { line: 2, text: 'lot' }
const blank = { name: '', text: '', delimiter: null, rows: [] }

describe('enterLot', () => {
  const entered = (more: Partial<typeof cells>, of: ReadHolding | null = holding()) => {
    const reading = startReading('test')
    enterLot(reading, place, of, { ...cells, ...more }, null)
    const { rejected } = reading.finish(blank, () => 'footer')
    return of?.lots?.[0] ?? rejected[0]?.reason
  }

  it('takes the cost of one unit, else the total by its quantity; of 100 of face, the total first', () => {
    expect(entered({})).toEqual({ quantity: '4', unitCost: '98.5', acquired: '2025-03-04', line: 2 })
    expect(entered({ averageCost: '--', cost: '(10)' })).toMatchObject({ unitCost: '-2.5' })
    const bond = () => holding({ quantity: '1000', price: '101', value: '1010' })
    expect(entered({}, bond())).toMatchObject({ unitCost: '0.985' })
    expect(entered({ cost: '3.95' }, bond())).toMatchObject({ unitCost: '0.9875' })
  })

  it.each([
    ['quantityMissing', { quantity: '' }],
    ['quantityNotNumber', { quantity: '1e400' }],
    ['lotCost', { averageCost: 'n/a' }],
    ['lotDate', { acquired: '' }],
  ] as const)('rejects its line: %s', (reason, more) => {
    expect(entered(more)).toBe(reason)
  })

  it('rejects the line of a lot without its position', () => {
    expect(entered({}, null)).toBe('lotAlone')
  })
})

it('lots are read with the order of the days among them that leave no doubt, whichever comes first', () => {
  const days = fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(days, fc.boolean(), (all, dayFirst) => {
      const two = (n: number) => String(n).padStart(2, '0')
      const said = [...all, 13].map((day) => (dayFirst ? `${two(day)}/02/2025` : `02/${two(day)}/2025`))
      const of = holding()
      const reading = startReading('test')
      const lots = said.map((acquired, at): NamedLot => {
        return { place: { line: at + 2, text: '' }, security: 'x', cells: { ...cells, acquired }, fault: null }
      })
      enterNamedLots(reading, lots, new Map([['x', of]]))
      expect(of.lots?.map(({ acquired }) => acquired)).toEqual([...all, 13].map((day) => `2025-02-${two(day)}`))
    }),
  )
})
