import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import type { ClassLevels } from '@/lib/core/look-back/class-returns'
import { type LookBackInput, lookBack } from '@/lib/core/look-back/look-back'
import { type MonthState, statesByMonth } from '@/lib/core/look-back/periods'
import { STRATEGIES, type Terms } from '@/lib/core/look-back/strategies'
import { builtInModel, REGIME_STATES, type RegimeState } from '@/lib/core/models'
import { type Month, monthAfter } from '@/lib/core/month'
import type { IsoDate } from '@/lib/core/units'

const FIRST = '2020-01' as Month
const MONTHS = 40
const MODELS = {
  tightening: builtInModel('balanced', 'tightening'),
  neutral: builtInModel('balanced', 'neutral'),
  postQt: builtInModel('balanced', 'postQt'),
}
const free: Terms = { costBps: 0, rebalancing: 'monthly' }

const months = (count: number) => Array.from({ length: count }, (_, i) => monthAfter(FIRST, i))
const statesOf = (states: readonly RegimeState[]): MonthState[] =>
  months(states.length).map((month, i) => ({ month, state: states[i] ?? 'neutral' }))
const levelsOf = (values: readonly number[]) =>
  months(values.length).map((month, i) => ({ month, value: values[i] ?? 1 }))

const input = (own: ClassLevels, states: readonly MonthState[], terms = free): LookBackInput => ({
  series: {},
  own,
  states,
  models: MODELS,
  terms,
  asOf: '2026-12-31' as IsoDate,
})

function compared(of: LookBackInput) {
  const result = lookBack(of)
  if (result.kind === 'none') throw new Error(result.reason)
  return result
}

const valuesOf = (of: LookBackInput) => compared(of).results.follow.months.map(({ value }) => value)

const anyState = fc.constantFrom(...REGIME_STATES)
const anyStates = fc.array(anyState, { minLength: MONTHS, maxLength: MONTHS })
const anyMoves = fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: MONTHS, maxLength: MONTHS })
/** Levels of several classes, each from its own random walk. */
const anyLevels = fc.uniqueArray(fc.constantFrom(...ASSET_CLASSES), { minLength: 2 }).chain((classes) =>
  fc.tuple(...classes.map(() => anyMoves)).map((walks): ClassLevels => {
    const levels = walks.map((moves) => {
      let level = 100
      return levelsOf(
        moves.map((move) => {
          level *= move / 1000
          return level
        }),
      )
    })
    return Object.fromEntries(classes.map((c, i) => [c, levels[i]]))
  }),
)

describe('a look back', () => {
  it('over constant prices returns nothing before costs', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const flat = levelsOf(new Array(MONTHS).fill(100))
        const { results } = compared(input({ growth: flat, longBonds: flat, moneyFunds: flat }, statesOf(states)))
        for (const s of STRATEGIES) {
          expect(results[s].statistics.annualReturn).toBeCloseTo(0, 12)
          expect(results[s].statistics).toMatchObject({ sharpe: null })
          expect(results[s].statistics.maxDrawdown).toBeCloseTo(0, 12)
        }
      }),
    )
  })

  it('never returns more at a higher cost, and less where something was traded', () => {
    fc.assert(
      fc.property(anyLevels, anyStates, (own, states) => {
        const cheap = compared(input(own, statesOf(states))).results.follow.statistics
        const dear = compared(input(own, statesOf(states), { ...free, costBps: 50 })).results.follow.statistics
        expect(dear.turnover).toBe(cheap.turnover)
        if (cheap.turnover > 1e-6) expect(dear.annualReturn).toBeLessThan(cheap.annualReturn)
        else expect(dear.annualReturn).toBeCloseTo(cheap.annualReturn, 9)
      }),
    )
  })

  it('that follows one state is that fixed model', () => {
    fc.assert(
      fc.property(anyLevels, anyState, fc.constantFrom('monthly', 'atStateChange'), (own, state, rebalancing) => {
        const terms = { costBps: 20, rebalancing } as Terms
        const { results, against } = compared(input(own, statesOf(new Array(MONTHS).fill(state)), terms))
        expect(results.follow.months).toEqual(results[state].months)
        if (against[state]) expect(against[state]).toMatchObject({ difference: 0, addedValue: 'none' })
      }),
    )
  })

  it('does not depend on the units of the prices', () => {
    fc.assert(
      fc.property(anyLevels, anyStates, fc.integer({ min: 1, max: 10_000 }), (own, states, factor) => {
        const scaled: ClassLevels = Object.fromEntries(
          Object.entries(own).map(([c, levels]) => [c, levels.map((l) => ({ ...l, value: l.value * factor }))]),
        )
        const [before, after] = [valuesOf(input(own, statesOf(states))), valuesOf(input(scaled, statesOf(states)))]
        after.forEach((value, i) => {
          expect(value).toBeCloseTo(before[i] as number, 12)
        })
      }),
    )
  })

  it('uses no state before it was known: a month’s state changes nothing up to and in that month', () => {
    fc.assert(
      fc.property(anyLevels, anyStates, fc.integer({ min: 0, max: MONTHS - 1 }), anyState, (own, states, at, other) => {
        const changed = states.map((state, i) => (i === at ? other : state))
        const [before, after] = [states, changed].map((s) => valuesOf(input(own, statesOf(s))))
        // The first month compared is the one after the first state.
        expect(after?.slice(0, at)).toEqual(before?.slice(0, at))
      }),
    )
  })

  it('uses no price before it was known', () => {
    fc.assert(
      fc.property(anyLevels, anyStates, fc.integer({ min: 1, max: MONTHS - 1 }), (own, states, at) => {
        const changed: ClassLevels = Object.fromEntries(
          Object.entries(own).map(([c, levels]) => [
            c,
            levels.map((l, i) => (i < at ? l : { ...l, value: l.value * 2 })),
          ]),
        )
        const [before, after] = [valuesOf(input(own, statesOf(states))), valuesOf(input(changed, statesOf(states)))]
        expect(after.slice(0, at - 1)).toEqual(before.slice(0, at - 1))
      }),
    )
  })

  it('says which classes it has, what part of the model they are and from when to when', () => {
    const flat = levelsOf(new Array(MONTHS).fill(100))
    const { coverage } = compared(input({ growth: flat, moneyFunds: flat }, statesOf(['postQt'])))
    expect(coverage.classes).toMatchObject({ growth: 'ownPrices', tech: null, moneyFunds: 'ownPrices' })
    expect(coverage).toMatchObject({ from: '2020-02', to: '2023-04', months: 39, unmeasured: 38 })
    // Balanced, neutral: 37 + 24.5 percent.
    expect(coverage.neutralShare).toBeCloseTo(0.615, 12)
  })

  it('declines with its reason when there is too little', () => {
    const flat = levelsOf(new Array(MONTHS).fill(100))
    const reason = (own: ClassLevels, states: MonthState[]) => {
      const result = lookBack(input(own, states))
      return result.kind === 'none' ? result.reason : null
    }
    expect(reason({ growth: flat }, statesOf(['neutral']))).toBe('oneClass')
    expect(reason({ growth: flat, tech: flat }, [])).toBe('noStates')
    expect(reason({ growth: flat, tech: flat.slice(0, 20) }, statesOf(['neutral']))).toBe('tooShort')
    expect(reason({ growth: flat, tech: levelsOf([1]) }, statesOf(['neutral']))).toBe('oneClass')
  })

  it('finds added value where a state foretells the next month, and none where it does not', () => {
    const rises = (i: number) => i % 4 < 2
    const growth = levelsOf(scan((i) => (rises(i) ? 1.04 : 0.97) + (i % 3) / 1000))
    const moneyFunds = levelsOf(scan((i) => 1.002 + (i % 2) / 10_000))
    const told = months(MONTHS).map((month, i) => ({ month, state: state(rises(i + 1)) }))
    const astray = months(MONTHS).map((month, i) => ({ month, state: state(!rises(i + 1)) }))
    expect(compared(input({ growth, moneyFunds }, told)).finding).toBe('found')
    expect(compared(input({ growth, moneyFunds }, astray)).finding).toBe('none')
    expect(compared(input({ growth, tech: growth }, told)).finding).toBe('notMeasurable')
  })
})

const state = (rising: boolean): RegimeState => (rising ? 'postQt' : 'tightening')

function scan(move: (i: number) => number): number[] {
  let level = 100
  return Array.from({ length: MONTHS }, (_, i) => {
    level *= move(i)
    return level
  })
}

describe('turnover', () => {
  it('is half of what is traded, and only a change of state trades when asked so', () => {
    const flat = levelsOf(new Array(MONTHS).fill(100))
    const states = statesOf(months(MONTHS).map((_, i) => (i < 20 ? 'neutral' : 'postQt')))
    const classes: AssetClass[] = ['growth', 'moneyFunds']
    const own = Object.fromEntries(classes.map((c) => [c, flat]))
    const { results } = compared(input(own, states, { costBps: 0, rebalancing: 'atStateChange' }))
    const traded = results.follow.months.filter(({ turnover }) => turnover > 0)
    expect(traded.map(({ month }) => month)).toEqual(['2021-10'])
    // From 37 : 24.5 to 39 : 10.
    expect(traded[0]?.turnover).toBeCloseTo(39 / 49 - 37 / 61.5, 12)
  })
})

describe('states by month', () => {
  it('are those of the last Friday', () => {
    const evaluations = [
      { friday: '2026-01-23' as IsoDate, targets: 'neutral' as const },
      { friday: '2026-01-30' as IsoDate, targets: 'postQt' as const },
      { friday: '2026-02-06' as IsoDate, targets: 'neutral' as const },
    ]
    expect(statesByMonth(evaluations)).toEqual([
      { month: '2026-01', state: 'postQt' },
      { month: '2026-02', state: 'neutral' },
    ])
  })
})
