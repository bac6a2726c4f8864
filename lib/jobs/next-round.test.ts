import { expect, it } from 'vitest'
import { nextRoundAt } from '@/lib/jobs/next-round'

const at = new Date('2026-11-23T13:20:00Z')

it('names the beginning of the next period, counted from midnight UTC', () => {
  expect(nextRoundAt('cleanUp', at)).toEqual(new Date('2026-11-23T14:00:00Z'))
  expect(nextRoundAt('seriesRound', at)).toEqual(new Date('2026-11-23T18:00:00Z'))
  expect(nextRoundAt('rateRound', at)).toEqual(new Date('2026-11-23T16:00:00Z'))
  expect(nextRoundAt('priceRound', at)).toEqual(new Date('2026-11-24T00:00:00Z'))
  expect(nextRoundAt('mail', at)).toBeNull()
})
