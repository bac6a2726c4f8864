import { parseDate } from '@/lib/core/date-text'
import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { type FieldProblems, problem, type Reading } from '@/lib/core/field-reading'
import type { Lot } from '@/lib/core/portfolio'
import {
  type Cents,
  cents,
  daysBetween,
  divideRounded,
  type IsoDate,
  ONE,
  quantity,
  type UnitPrice,
  unitPrice,
} from '@/lib/core/units'

/** A line of the lots table as it is typed. */
export interface LotTexts {
  id: string
  quantity: string
  unitCost: string
  acquired: string
}

export const isBlankLot = (texts: LotTexts): boolean => !(texts.quantity + texts.unitCost + texts.acquired).trim()

/**
 * All lines of the lots table as lots, or every fault at `<line>.<field>`, lines counted from 0. Blank lines are left out. A lot has a quantity
 * above zero, a cost of zero (a gift, a spin-off) or more, and a date not after tomorrow, which it is somewhere already.
 */
export function readLots(lines: readonly LotTexts[], asOf: IsoDate): Reading<Lot[]> {
  const fields: FieldProblems = {}
  const lots: Lot[] = []
  lines.forEach((texts, line) => {
    if (isBlankLot(texts)) return
    const lot = readLot(texts, asOf)
    if (lot.ok) lots.push(lot.value)
    else for (const [field, key] of Object.entries(lot.fields)) fields[`${line}.${field}`] = key
  })
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, value: lots }
}

function readLot(texts: LotTexts, asOf: IsoDate): Reading<Lot> {
  const fields: FieldProblems = {}
  const size = parseDecimal(texts.quantity)
  const cost = parseDecimal(texts.unitCost)
  const date = parseDate(texts.acquired)
  if (!size.ok) fields.quantity = problem(size.problem)
  else if (size.value <= 0n) fields.quantity = problem('notPositive')
  if (!cost.ok) fields.unitCost = problem(cost.problem)
  else if (cost.value < 0n) fields.unitCost = problem('negative')
  if (!date.ok) fields.acquired = problem(date.problem)
  else if (daysBetween(asOf, date.value) > 1) fields.acquired = problem('futureDate')
  if (!size.ok || !cost.ok || !date.ok || Object.keys(fields).length > 0) return { ok: false, fields }
  return {
    ok: true,
    value: { id: texts.id, quantity: quantity(size.value), unitCost: unitPrice(cost.value), acquired: date.value },
  }
}

/** A lot as the plain texts that `readLots` takes back. */
export function lotTexts(lot: Lot): LotTexts {
  return {
    id: lot.id,
    quantity: decimalText(lot.quantity),
    unitCost: decimalText(lot.unitCost),
    acquired: lot.acquired,
  }
}

/** What a lot has gained at a price: quantity × (price − cost), in cents, half away from zero. */
export function gainOf(lot: Pick<Lot, 'quantity' | 'unitCost'>, price: UnitPrice): Cents {
  return cents(divideRounded(lot.quantity * (price - lot.unitCost) * 100n, ONE * ONE))
}
