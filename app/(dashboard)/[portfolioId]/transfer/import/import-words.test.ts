import { describe, expect, it } from 'vitest'
import { ENCODINGS, MAPPED_ROLES, UNREAD_REASONS } from '@/lib/core/positions-import'
import { POSITIONS_FORMATS } from '@/lib/formats/positions'
import type { NoteCode, RejectReason, SkipRule } from '@/lib/formats/positions/positions-file'
import { en } from '@/lib/i18n/en'

// Records and not lists: a code that is added to the readers does not compile here until it is named.
const RULES: Record<SkipRule | 'accountLeft' | 'fileTwice', true> = {
  ...{ blank: true, preamble: true, header: true, accountTitle: true, total: true, footer: true, pending: true },
  ...{ otherSection: true, olderSnapshot: true, zero: true, activity: true, lot: true },
  ...{ accountLeft: true, fileTwice: true },
}
type Decided =
  | 'symbolTooLong'
  | 'currencyNotSupported'
  | 'tooLarge'
  | 'valueNegative'
  | 'belowLots'
  | 'currencyDiffers'
  | 'priceDiffers'
  | 'cashCurrencyDiffers'
  | 'reserveNegative'
  | 'unitNotPositive'
  | 'lotInvalid'
  | 'lotsExceed'
  | 'futureDate'
  | 'limitsDiffer'
const REASONS: Record<RejectReason | Decided, true> = {
  ...{ quantityMissing: true, quantityNotNumber: true, priceNotNumber: true, valueNotNumber: true },
  ...{ symbolMissing: true, symbolInvalid: true, cellsMissing: true, option: true, derivative: true, short: true },
  ...{
    currencyUnknown: true,
    numberAmbiguous: true,
    lotAlone: true,
    lotCost: true,
    lotDate: true,
    symbolTooLong: true,
    currencyNotSupported: true,
  },
  ...{ tooLarge: true, valueNegative: true, belowLots: true, currencyDiffers: true, priceDiffers: true },
  ...{ cashCurrencyDiffers: true, reserveNegative: true, unitNotPositive: true, lotInvalid: true },
  ...{ lotsExceed: true, futureDate: true, limitsDiffer: true },
}
const NOTES: Record<
  Exclude<NoteCode, 'cash'> | 'pence' | 'priceKept' | 'priceZero' | 'priceCleared' | 'cashRounded' | 'nameCut',
  true
> = {
  ...{ valueMismatch: true, perHundred: true, costUnknown: true, totalMismatch: true, priceDerived: true },
  ...{ pence: true, priceKept: true, priceZero: true, priceCleared: true, cashRounded: true, nameCut: true },
}

const words = en.import

describe('every code of an import has its words', () => {
  it.each([
    ['rules', words.rule, Object.keys(RULES)],
    ['reasons', words.reason, Object.keys(REASONS)],
    ['notes', words.note, Object.keys(NOTES)],
    ['formats', words.format, POSITIONS_FORMATS.map(({ id }) => id)],
    ['problems', words.problem, [...UNREAD_REASONS]],
    ['encodings', words.mapping.encodingIs, [...ENCODINGS]],
    ['roles', words.mapping.role, [...MAPPED_ROLES, 'none']],
  ])('%s', (_, said, codes) => {
    expect(Object.keys(said).sort()).toEqual([...codes].sort())
  })
})
