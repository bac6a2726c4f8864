import { type DecimalProblem, parseDecimal } from '@/lib/core/decimal'
import { parsePercent } from '@/lib/core/percent'
import { PLAN_MODES } from '@/lib/core/plan'
import { DESTINATIONS } from '@/lib/core/targets'
import { type Bps, bps, type Cents, cents, ONE } from '@/lib/core/units'
import type { PlanChoices } from '@/lib/flows/preview-plan'

/** The fields of the form, which are also the names in the page's address. */
export const CHOICE_FIELDS = ['mode', 'flow', 'amount', 'account', 'to', 'min', 'age', 'short', 'long'] as const
export type ChoiceField = (typeof CHOICE_FIELDS)[number]

/** The choices as they were typed. */
export type ChoiceText = Record<ChoiceField, string>

export const AS_ADOPTED = 'adopted'
export const FLOWS = ['invest', 'withdraw'] as const

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
}

/** What stands in the form of a portfolio before anyone touched it. */
export const defaultChoices = (accounts: readonly { id: string }[]): ChoiceText => ({
  ...DEFAULTS,
  account: accounts[0]?.id ?? '',
})

/** The choices of an address; what it leaves out is as before anyone touched it. */
export function choicesIn(params: Record<string, string | string[] | undefined>, defaults: ChoiceText): ChoiceText {
  const entries = CHOICE_FIELDS.map((field) => [field, [params[field]].flat()[0] ?? defaults[field]])
  return Object.fromEntries(entries) as ChoiceText
}

export type ChoiceFault = DecimalProblem | 'negative' | 'outOfRange' | 'days' | 'choice'
export type ChoiceFaults = Partial<Record<ChoiceField, ChoiceFault>>

export type ReadChoices = { ok: true; choices: PlanChoices } | { ok: false; faults: ChoiceFaults }

/** Reads what was typed, or says what is wrong with each field that cannot be read. */
export function readChoices(text: ChoiceText): ReadChoices {
  const faults: ChoiceFaults = {}
  const read = <T>(field: ChoiceField, found: Read<T>, otherwise: T): T => {
    if ('value' in found) return found.value
    faults[field] = found.fault
    return otherwise
  }
  const amount = read('amount', text.amount.trim() === '' ? { value: cents(0n) } : moneyIn(text.amount), cents(0n))
  const flow = read('flow', oneOf(FLOWS, text.flow), 'invest')
  const choices: PlanChoices = {
    mode: read('mode', oneOf(PLAN_MODES, text.mode), 'buyOnly'),
    cashFlows: amount === 0n ? [] : [{ accountId: text.account, amount: flow === 'invest' ? amount : cents(-amount) }],
    minTrade: read('min', moneyIn(text.min), cents(0n)),
    maxPriceAge: read('age', daysIn(text.age), 0),
    taxRates: { short: read('short', rateIn(text.short), bps(0)), long: read('long', rateIn(text.long), bps(0)) },
    destination: text.to === AS_ADOPTED ? null : read('to', oneOf(DESTINATIONS, text.to), 'target'),
  }
  return Object.keys(faults).length === 0 ? { ok: true, choices } : { ok: false, faults }
}

type Read<T> = { value: T } | { fault: ChoiceFault }

const MONEY_PLACES = 2
const MOST_DAYS = 3_650

function moneyIn(text: string): Read<Cents> {
  const parsed = parseDecimal(text, MONEY_PLACES)
  if (!parsed.ok) return { fault: parsed.problem }
  return parsed.value < 0n ? { fault: 'negative' } : { value: cents(parsed.value / (ONE / 100n)) }
}

function rateIn(text: string): Read<Bps> {
  const parsed = parsePercent(text)
  return parsed.ok ? { value: parsed.value } : { fault: parsed.problem }
}

function daysIn(text: string): Read<number> {
  const digits = text.normalize('NFKC').trim()
  if (digits === '') return { fault: 'empty' }
  return /^\d{1,4}$/.test(digits) && Number(digits) <= MOST_DAYS ? { value: Number(digits) } : { fault: 'days' }
}

function oneOf<T extends string>(known: readonly T[], text: string): Read<T> {
  const found = known.find((value) => value === text)
  return found === undefined ? { fault: 'choice' } : { value: found }
}
