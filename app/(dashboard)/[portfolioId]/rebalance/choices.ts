import type { DecimalProblem } from '@/lib/core/decimal'

/** The fields of the form, which are also the names in the page's address. */
export const CHOICE_FIELDS = [
  ...(['mode', 'flow', 'amount', 'account', 'to', 'min', 'age', 'short', 'long'] as const),
  ...(['fee', 'spread', 'cap', 'tax', 'credit', 'net', 'pick', 'loc'] as const),
] as const
export type ChoiceField = (typeof CHOICE_FIELDS)[number]

/** The choices as they were typed. */
export type ChoiceText = Record<ChoiceField, string>

export const AS_ADOPTED = 'adopted'
export const FLOWS = ['invest', 'withdraw'] as const
/** How the securities inside a class share what the class gains or gives. */
export const PICKS = ['keep', 'equal', 'fewest'] as const
/** What a ticked box says. */
export const TICKED = '1'

/** Selling is an explicit switch. The tax rates are the highest US federal ones: 26 U.S.C. §1(j), and §1(h) for long-term gains (2026). */
const DEFAULTS: ChoiceText = {
  mode: 'buyOnly',
  flow: 'invest',
  amount: '',
  account: '',
  to: AS_ADOPTED,
  min: '0',
  age: '7',
  short: '37',
  long: '20',
  fee: '0',
  spread: '0',
  cap: '',
  tax: '1',
  credit: '0',
  net: '',
  pick: 'keep',
  loc: '0',
}

/** What stands in the form of a portfolio before anyone touched it. */
export const defaultChoices = (accounts: readonly { id: string }[]): ChoiceText => ({
  ...DEFAULTS,
  account: accounts[0]?.id ?? '',
})

export type Params = Record<string, string | string[] | undefined>

/** The choices of an address; what it leaves out is as before anyone touched it. */
export function choicesIn(params: Params, defaults: ChoiceText): ChoiceText {
  const entries = CHOICE_FIELDS.map((field) => [field, [params[field]].flat()[0] ?? defaults[field]])
  return Object.fromEntries(entries) as ChoiceText
}

/** True when an address asks for the same; the texts are compared as typed. */
export const sameChoices = (a: ChoiceText, b: ChoiceText): boolean => CHOICE_FIELDS.every((f) => a[f] === b[f])

export type ChoiceFault = DecimalProblem | 'negative' | 'belowZero' | 'outOfRange' | 'days' | 'choice'
export type ChoiceFaults = Partial<Record<ChoiceField, ChoiceFault>>

/** Digits after the point that a field takes; the others take two. */
export const PLACES: Partial<Record<ChoiceField, number>> = { spread: 5, loc: 5, tax: 9 }
