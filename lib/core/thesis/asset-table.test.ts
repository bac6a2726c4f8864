import { describe, expect, it } from 'vitest'
import { byClass } from '@/lib/core/asset-class'
import type { Month } from '@/lib/core/month'
import { assetTable, recordedReturns, scoreAssets } from '@/lib/core/thesis/asset-table'
import { DEFAULT_START } from '@/lib/core/thesis/claims'
import type { IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const at = (date: string, value: number) => ({ date: day(date), value })
const input = { series: {}, own: {}, start: DEFAULT_START, asOf: day('2026-10-15') }

describe('the six rows', () => {
  it('are right in two of six cases on the record', () => {
    const table = assetTable(input)
    expect(table).toMatchObject({ right: 2, judged: 6 })
    expect(table.rows.filter(({ right }) => right).map(({ assetClass }) => assetClass)).toEqual([
      'tech',
      'alternatives',
    ])
  })

  it('judge money-market funds by the yield, not by the return', () => {
    const falling = { before: at('2025-12-01', 3.81), after: at('2026-07-22', 3.5) }
    expect(scoreAssets(recordedReturns(), falling).right).toBe(3)
    expect(scoreAssets(recordedReturns(), null)).toMatchObject({ right: 2, judged: 5 })
    expect(
      scoreAssets(
        byClass(() => null),
        null,
      ),
    ).toMatchObject({ right: 0, judged: 0 })
  })

  it('take the user’s own prices before the record', () => {
    const digital = ['2025-11', '2025-12', '2026-01'].map((month, i) => ({
      month: month as Month,
      value: 100 + 10 * i,
    }))
    const row = assetTable({ ...input, own: { digital } }).rows.find(({ assetClass }) => assetClass === 'digital')
    expect(row).toMatchObject({
      right: true,
      return: { value: expect.closeTo(20, 9), from: '2025-12-01', to: '2026-01-31', source: 'ownPrices' },
    })
  })

  it('keep the record where yields end before it, and replace it where they reach it', () => {
    const months = ['11-28', '12-31'].map((end) => at(`2025-${end}`, 4.6))
    const rest = ['01-30', '02-27', '03-31', '04-30', '05-29', '06-30', '07-31'].map((end) => at(`2026-${end}`, 4.6))
    const longBonds = (DGS20: typeof rest) =>
      assetTable({ ...input, series: { DGS20 } }).rows.find(({ assetClass }) => assetClass === 'longBonds')?.return
    expect(longBonds([...months, ...rest.slice(0, 3)])?.source).toBe('recorded')
    // Eight months of carry at 4.6 %.
    expect(longBonds([...months, ...rest])).toMatchObject({
      source: 'DGS20',
      value: expect.closeTo((1.023 ** (8 / 6) - 1) * 100, 9),
    })
  })

  it('have no record for another start', () => {
    expect(assetTable({ ...input, start: day('2025-06-01') }).judged).toBe(0)
    expect(assetTable({ ...input, asOf: day('2026-07-30') }).judged).toBe(0)
  })
})
