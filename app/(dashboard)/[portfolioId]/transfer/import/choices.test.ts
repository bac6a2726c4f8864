import { describe, expect, it } from 'vitest'
import {
  choicesWithout,
  mappingsWithout,
  withAccount,
  withoutIds,
} from '@/app/(dashboard)/[portfolioId]/transfer/import/choices'
import { type ImportChoices, type Mapping, NO_CHOICES } from '@/lib/core/positions-import'

const leave = { kind: 'leave' } as const
const existing = { kind: 'existing', accountId: 'a' } as const
const at = (file: number) => ({ file, account: 'x', to: leave })
const mapping = (header: number): Mapping => ({
  ...{ encoding: null, delimiter: null, decimal: null, dateOrder: null, columns: [] },
  header,
})

describe('leaving out a file', () => {
  it('moves the choices of the later files up, and drops its own', () => {
    const choices: ImportChoices = { ...NO_CHOICES, accounts: [at(0), at(1), at(2)], remove: ['h'] }
    expect(choicesWithout(choices, 1)).toEqual({ ...choices, accounts: [at(0), at(1)] })
  })

  it('does the same with the mappings', () => {
    expect(mappingsWithout({ 0: mapping(1), 1: mapping(2), 2: mapping(3) }, 0)).toEqual({
      0: mapping(2),
      1: mapping(3),
    })
  })
})

describe('withAccount', () => {
  it('has one choice for each account of each file', () => {
    const first = withAccount([at(0), at(1)], 1, 'x', existing)
    expect(first).toEqual([at(0), { file: 1, account: 'x', to: existing }])
    expect(withAccount(first, 1, 'y', leave)).toHaveLength(3)
  })
})

describe('withoutIds', () => {
  it('drops what names rows of the portfolio, and only that', () => {
    const accounts = [at(0), { file: 1, account: 'x', to: existing }]
    expect(withoutIds({ ...NO_CHOICES, accounts, remove: ['h'] })).toEqual({ ...NO_CHOICES, accounts: [at(0)] })
  })

  it('is null where nothing does', () => {
    expect(withoutIds({ ...NO_CHOICES, accounts: [at(0)] })).toBeNull()
  })
})
