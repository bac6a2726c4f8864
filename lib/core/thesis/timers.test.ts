import { describe, expect, it } from 'vitest'
import type { Month } from '@/lib/core/month'
import { DEFAULT_START } from '@/lib/core/thesis/claims'
import { type TimerId, timers } from '@/lib/core/thesis/timers'
import type { IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const at = (date: string, value: number) => ({ date: day(date), value })
const base = { series: {}, own: {}, start: DEFAULT_START, asOf: day('2026-08-25') }

function timer(id: TimerId, input = base as Parameters<typeof timers>[0]) {
  const found = timers(input).find((t) => t.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('the windows', () => {
  it('are counted from the end of QT', () => {
    expect(timers(base).map(({ id, from, to, phase }) => [id, from, to, phase])).toEqual([
      ['doubleShock', '2025-12-01', '2026-02-01', 'after'],
      ['confidence', '2025-12-01', '2026-03-01', 'after'],
      ['jobs', '2026-03-01', '2026-06-01', 'after'],
      ['housing', '2026-06-01', '2026-09-01', 'in'],
      ['riskRally', '2026-06-01', '2026-12-01', 'in'],
      ['altcoins', '2028-05-01', '2029-06-01', 'before'],
    ])
  })

  it('move with the start', () => {
    expect(timer('jobs', { ...base, start: day('2026-08-31') })).toMatchObject({ from: '2026-11-30', to: '2027-02-28' })
  })

  it('know how much has passed and what is left', () => {
    expect(timer('housing')).toMatchObject({ elapsed: 267 / 274, daysLeft: 7 })
    expect(timer('doubleShock')).toMatchObject({ elapsed: 1, daysLeft: 0 })
    expect(timer('altcoins', { ...base, asOf: day('2025-01-01') }).elapsed).toBe(0)
  })
})

describe('what a window is watched by', () => {
  const series = {
    PAYEMS: [at('2025-11-01', 158_449), at('2025-12-01', 158_432), at('2026-07-01', 158_858), at('2026-09-01', 1)],
    UNRATE: [at('2025-12-01', 4.4), at('2026-07-01', 4.1)],
    HOUST: [at('2025-08-01', 1307)],
    UMCSENT: [at('2025-11-01', 51)],
  }

  it('is its change since the start, with both dates', () => {
    const [payrolls, unemployment] = timer('jobs', { ...base, series }).measures
    expect(payrolls).toMatchObject({
      atStart: at('2025-12-01', 158_432),
      latest: at('2026-07-01', 158_858),
      change: (158_858 / 158_432 - 1) * 100,
      unit: 'percent',
    })
    expect(unemployment).toMatchObject({ change: expect.closeTo(-0.3, 12), unit: 'percentagePoints' })
  })

  it('is missing with its reason', () => {
    expect(timer('housing', { ...base, series }).measures).toMatchObject([{ absent: 'noneAtStart' }])
    expect(timer('confidence', { ...base, series }).measures).toMatchObject([{ absent: 'noneSince' }])
    expect(timer('housing').measures).toEqual([{ of: 'HOUST', absent: 'noSeries', newest: null }])
    expect(timer('altcoins').measures).toEqual([{ of: 'digital', absent: 'noPrices', newest: null }])
  })

  it('may be the user’s own prices', () => {
    const digital = [
      { month: '2025-11' as Month, value: 90 },
      { month: '2026-07' as Month, value: 63 },
    ]
    expect(timer('altcoins', { ...base, own: { digital } }).measures).toMatchObject([
      { change: expect.closeTo(-30, 12), atStart: { date: '2025-11-30' }, latest: { date: '2026-07-31' } },
    ])
  })
})
