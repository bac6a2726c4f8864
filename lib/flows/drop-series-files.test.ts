import { beforeEach, describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/core/units'
import { readOwnSeries } from '@/lib/db/series'
import { listSeriesFiles } from '@/lib/db/series-files'
import { T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { dropSeriesFiles, MOST_FILES, previewSeriesFiles } from '@/lib/flows/drop-series-files'

const SINCE = '2002-01-01' as IsoDate
const GOOD = { name: 'C:\\Downloads\\DFF.csv', text: 'observation_date,DFF\n2026-11-18,3.87\n2026-11-19,.\n' }
const TWO = { name: 'both.csv', text: 'date,WALCL,WRESBAL\n2026-11-11,6743031,2935287\n2026-11-18,6.7,2935300\n' }
const BAD = { name: 'page.csv', text: '<!doctype html><title>Sign in</title>' }

let userId: string
beforeEach(async () => {
  userId = await newUser()
})

describe('dropSeriesFiles', () => {
  it('stores what can be read and tells of every file and row', async () => {
    const readings = await dropSeriesFiles(userId, [GOOD, TWO, BAD], T0)
    expect(readings?.map(({ name, contents }) => [name, contents.map(({ series, count }) => [series, count])])).toEqual(
      [
        ['DFF.csv', [['DFF', 1]]],
        [
          'both.csv',
          [
            ['WALCL', 1],
            ['WRESBAL', 2],
          ],
        ],
        ['page.csv', []],
      ],
    )
    expect(readings?.[1]?.problems).toMatchObject([{ code: 'otherUnits', line: 3, column: 'WALCL', text: '6.7' }])
    expect(readings?.[2]?.problems).toMatchObject([{ code: 'header' }])
    expect(await readOwnSeries(userId, SINCE)).toMatchObject({ DFF: [{ date: '2026-11-18', value: 3.87 }] })
    expect((await listSeriesFiles(userId)).map(({ name }) => name).sort()).toEqual(['DFF.csv', 'both.csv'])
  })

  it('shows the same before it stores anything', async () => {
    const preview = previewSeriesFiles([GOOD, TWO, BAD])
    expect(await listSeriesFiles(userId)).toEqual([])
    expect(await dropSeriesFiles(userId, [GOOD, TWO, BAD], T0)).toEqual(preview)
  })

  it('leaves out a leap that the range would let through', async () => {
    const text = 'date,WTREGEN\n2026-11-04,941926\n2026-11-11,6500\n2026-11-18,950000'
    const [reading] = previewSeriesFiles([{ name: 'x.csv', text }])
    expect(reading?.leaps).toEqual([{ series: 'WTREGEN', date: '2026-11-11', value: 6500, reason: 'jump' }])
    expect(reading?.contents[0]?.count).toBe(2)
  })

  it('keeps no more files than one may have, and then none of the new ones', async () => {
    const many = Array.from({ length: MOST_FILES }, (_, i) => ({ ...GOOD, name: `${i}.csv` }))
    expect(await dropSeriesFiles(userId, many, T0)).not.toBeNull()
    expect(await dropSeriesFiles(userId, [GOOD, TWO], T0)).toBeNull()
    expect(await listSeriesFiles(userId)).toHaveLength(MOST_FILES)
    expect(await dropSeriesFiles(userId, [{ ...GOOD, name: '3.csv' }], T0)).not.toBeNull()
  })
})
