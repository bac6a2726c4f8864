import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegimeState } from '@/lib/core/models'
import { advance, atStart, type Memory, NEEDED } from '@/lib/core/regime/hysteresis'
import { WEEKLY_RECORD } from '@/lib/core/regime/weekly-record'
import { snapshotSpells } from '@/lib/core/regime-snapshot'
import { daysBefore, type IsoDate } from '@/lib/core/units'

interface Week {
  friday: IsoDate
  score: number
  growth: number
}

function weeksOf(text: string): Week[] {
  const weeks: Week[] = []
  let friday = '' as IsoDate
  for (const word of text.trim().split(/\s+/)) {
    const [score, growth] = word.split('/')
    if (growth === undefined) {
      friday = word as IsoDate
      continue
    }
    weeks.push({ friday, score: Number(score), growth: Number(growth) })
    friday = daysBefore(friday, -7)
  }
  return weeks
}

/** The state of each week, from neutral. */
function statesOf(weeks: readonly Week[]): RegimeState[] {
  let memory: Memory = atStart(weeks[0]?.friday ?? ('2000-01-07' as IsoDate))
  return weeks.map(({ friday, score, growth }) => {
    memory = advance(memory, friday, score, growth)
    return memory.held
  })
}

const record = weeksOf(WEEKLY_RECORD).map((week, i, weeks) => ({
  ...week,
  state: statesOf(weeks.slice(0, i + 1)).at(-1),
}))

const spells = () => {
  const found: [string, string, string][] = []
  for (const { friday, state = '' } of record) {
    const last = found.at(-1)
    if (last?.[2] === state) last[1] = friday
    else found.push([friday, friday, state])
  }
  return found
}

const during = (from: string, to: string) => record.filter(({ friday }) => from <= friday && friday <= to)
const share = (weeks: typeof record, state: RegimeState) =>
  Math.round((100 * weeks.filter((week) => week.state === state).length) / weeks.length)
const mean = (weeks: typeof record) => weeks.reduce((sum, { score }) => sum + score, 0) / weeks.length

describe('the states on the record of 2015 to 2026', () => {
  it('change when they are known to have changed', () => {
    const since2017 = spells().filter(([, to, state]) => to > '2017-06-16' && state !== 'neutral')
    expect(since2017).toEqual([
      ['2017-06-16', '2019-10-04', 'tightening'],
      ['2019-10-25', '2020-09-04', 'postQt'],
      ['2020-10-30', '2022-02-18', 'postQt'],
      ['2022-05-27', '2024-02-09', 'tightening'],
      ['2024-05-17', '2025-01-31', 'tightening'],
      ['2026-02-20', '2026-08-21', 'postQt'],
    ])
    expect(spells()).toContainEqual(['2025-02-07', '2026-02-13', 'neutral'])
  })

  it('are those of the snapshot', () => {
    expect(spells().slice(1)).toEqual(
      snapshotSpells()
        .slice(2)
        .map(({ from, to, state }) => [from, to, state]),
    )
  })

  it.each([
    ['the first tightening', '2017-10-01', '2019-07-31', 0.23, { tightening: 100, neutral: 0, postQt: 0 }],
    ['the fourth easing', '2020-03-15', '2022-03-09', 0.69, { tightening: 0, neutral: 9, postQt: 91 }],
    ['the second tightening', '2022-06-01', '2025-11-30', 0.37, { tightening: 69, neutral: 31, postQt: 0 }],
  ])('%s has its mean score and its shares', (_, from, to, score, shares) => {
    const weeks = during(from, to)
    expect(mean(weeks)).toBeCloseTo(score, 2)
    for (const [state, percent] of Object.entries(shares)) expect(share(weeks, state as RegimeState)).toBe(percent)
  })
})

const anyWeek = fc.record({
  score: fc.constantFrom(0, 0.39, 0.4, 0.41, 0.49, 0.5, 0.51, 0.59, 0.6, 0.61, 1),
  growth: fc.constantFrom(-5, -1, -0.9, 5),
})
const dated = (weeks: readonly { score: number; growth: number }[]): Week[] =>
  weeks.map((week, i) => ({ friday: daysBefore('2020-01-03' as IsoDate, -7 * i), ...week }))

describe('a change of state', () => {
  it('never comes of three Fridays, whatever came before them', () => {
    fc.assert(
      fc.property(fc.array(anyWeek, { maxLength: 40 }), fc.array(anyWeek, { minLength: 1, maxLength: 3 }), (a, b) => {
        // A week in the middle fulfils no condition and so ends every streak.
        const calm = { score: 0.5, growth: 5 }
        const states = statesOf(dated([...a, calm, ...b]))
        expect(new Set(states.slice(a.length)).size).toBe(1)
      }),
    )
  })

  it('always has its condition on the four Fridays up to it', () => {
    const holds: Record<string, (week: Week) => boolean> = {
      postQt: ({ score, growth }) => score >= 0.6 && growth > -1,
      tightening: ({ score }) => score <= 0.4,
      'postQt neutral': ({ score, growth }) => score < 0.5 || growth <= -1,
      'tightening neutral': ({ score }) => score > 0.5,
    }
    fc.assert(
      fc.property(fc.array(anyWeek, { minLength: 8, maxLength: 60 }), (drawn) => {
        const weeks = dated(drawn)
        const states: RegimeState[] = ['neutral', ...statesOf(weeks)]
        for (let i = 1; i < states.length; i += 1) {
          const [before, now] = [states[i - 1], states[i]]
          if (before === now) continue
          const condition = holds[now === 'neutral' ? `${before} neutral` : `${now}`]
          expect(weeks.slice(i - NEEDED, i).filter((week) => condition?.(week))).toHaveLength(NEEDED)
        }
      }),
    )
  })

  it('crosses over at once when both the way out and the way in are due', () => {
    const low = Array.from({ length: 4 }, () => ({ score: 0.3, growth: -4 }))
    const high = Array.from({ length: 4 }, () => ({ score: 0.7, growth: 4 }))
    expect(statesOf(dated([...low, ...high])).slice(3)).toEqual([
      ...['tightening', 'tightening', 'tightening', 'tightening', 'postQt'],
    ])
  })

  it('to post-QT waits for the securities, and leaves with them', () => {
    const high = (growth: number) => Array.from({ length: 4 }, () => ({ score: 0.9, growth }))
    expect(statesOf(dated([...high(-1), ...high(-0.9), ...high(-1)])).filter((_, i) => i % 4 === 3)).toEqual([
      ...['neutral', 'postQt', 'neutral'],
    ])
  })
})
