import {
  AS_ADOPTED,
  type ChoiceFault,
  type ChoiceFaults,
  type ChoiceField,
  type ChoiceText,
  FLOWS,
  PICKS,
  PLACES,
  TICKED,
} from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import type { AssetClass } from '@/lib/core/asset-class'
import { parseDecimal } from '@/lib/core/decimal'
import { parsePercent } from '@/lib/core/percent'
import { DEFAULT_TERMS, PLAN_MODES, type Terms } from '@/lib/core/plan'
import { DESTINATIONS } from '@/lib/core/targets'
import { type Bps, bps, type Cents, cents, ONE, RATE_ONE, type Rate, rate, WHOLE } from '@/lib/core/units'
import type { PlanChoices } from '@/lib/flows/preview-plan'

export type ReadChoices = { ok: true; choices: PlanChoices } | { ok: false; faults: ChoiceFaults }

type Read<T> = { value: T } | { fault: ChoiceFault }
/** Takes what a field says, or notes its fault and takes the other value. */
type Reader = <T>(field: ChoiceField, found: Read<T>, otherwise: T) => T

/** Reads what was typed, or says what is wrong with each field that cannot be read. */
export function readChoices(text: ChoiceText): ReadChoices {
  const faults: ChoiceFaults = {}
  const read: Reader = (field, found, otherwise) => {
    if ('value' in found) return found.value
    faults[field] = found.fault
    return otherwise
  }
  const amount = read('amount', isEmpty(text.amount) ? { value: cents(0n) } : moneyIn(text.amount), cents(0n))
  const flow = read('flow', oneOf(FLOWS, text.flow), 'invest')
  const choices: PlanChoices = {
    mode: read('mode', oneOf(PLAN_MODES, text.mode), 'buyOnly'),
    cashFlows: amount === 0n ? [] : [{ accountId: text.account, amount: flow === 'invest' ? amount : cents(-amount) }],
    minTrade: read('min', moneyIn(text.min), cents(0n)),
    maxPriceAge: read('age', daysIn(text.age), 0),
    taxRates: { short: read('short', percentIn(text.short), bps(0)), long: read('long', percentIn(text.long), bps(0)) },
    terms: readTerms(text, read),
    destination: text.to === AS_ADOPTED ? null : read('to', oneOf(DESTINATIONS, text.to), 'target'),
  }
  return Object.keys(faults).length === 0 ? { ok: true, choices } : { ok: false, faults }
}

/** Classes whose income a taxable account is a poor home for. */
const TAXED_YEARLY: AssetClass[] = ['longBonds', 'moneyFunds', 'alternatives']

function readTerms(text: ChoiceText, read: Reader): Terms {
  const cost = read('loc', basisPointsIn('loc', text), rate(0n))
  const location = TAXED_YEARLY.map((assetClass) => ({ tax: 'taxable' as const, assetClass, cost }))
  return {
    ...DEFAULT_TERMS,
    tax: read('tax', numberIn('tax', text, RATE_ONE, MOST_TAX_WEIGHT), DEFAULT_TERMS.tax),
    lossCredit: rate(BigInt(read('credit', percentIn(text.credit), bps(0))) * PER_BP),
    netting: read('net', oneOf(['', TICKED], text.net), '') === TICKED,
    orderFee: read('fee', moneyIn(text.fee, 'belowZero'), cents(0n)),
    spread: read('spread', basisPointsIn('spread', text), rate(0n)),
    location: cost === 0n ? [] : location,
    turnoverCap: isEmpty(text.cap) ? null : read('cap', moneyIn(text.cap, 'belowZero'), cents(0n)),
    securities: read('pick', oneOf(PICKS, text.pick), 'keep'),
  }
}

const MONEY_PLACES = 2
const MOST_DAYS = 3_650
const PER_BP = RATE_ONE / BigInt(WHOLE)
/** So heavy that no distance is worth a cent of tax; more says nothing more. */
const MOST_TAX_WEIGHT = 1_000_000n
/** A tenth of the value: more than any spread or yearly cost that is meant. */
const MOST_BASIS_POINTS = 1_000n

const isEmpty = (text: string): boolean => text.trim() === ''

function moneyIn(text: string, below: ChoiceFault = 'negative'): Read<Cents> {
  const parsed = parseDecimal(text, MONEY_PLACES)
  if (!parsed.ok) return { fault: parsed.problem }
  return parsed.value < 0n ? { fault: below } : { value: cents(parsed.value / (ONE / 100n)) }
}

/** A number from zero to `most`, of which one is `one` in the plan's own unit. */
function numberIn(field: ChoiceField, text: ChoiceText, one: bigint, most: bigint): Read<Rate> {
  const parsed = parseDecimal(text[field], PLACES[field])
  if (!parsed.ok) return { fault: parsed.problem }
  if (parsed.value < 0n) return { fault: 'belowZero' }
  return parsed.value > most * ONE ? { fault: 'tooLarge' } : { value: rate((parsed.value * one) / ONE) }
}

const basisPointsIn = (field: ChoiceField, text: ChoiceText): Read<Rate> =>
  numberIn(field, text, PER_BP, MOST_BASIS_POINTS)

function percentIn(text: string): Read<Bps> {
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
