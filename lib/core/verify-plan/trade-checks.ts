import { type LotSale, taxOf, termOf } from '@/lib/core/lots'
import type { Trade } from '@/lib/core/plan'
import type { Holding } from '@/lib/core/portfolio'
import { absolute, cents, divideRounded, marketValue, ONE, quantity, RATE_ONE, sum } from '@/lib/core/units'
import { type Opened, signed } from '@/lib/core/verify-plan/book'
import { amountText, moneyText } from '@/lib/core/verify-plan/figures'
import { type PlanCheck, Ruling } from '@/lib/core/verify-plan/ruling'

/** Each trade is of a row of the portfolio, in whole steps, more than nothing, and leaves no less than nothing; one trade a row. */
export function quantityCheck({ plan, holdings }: Opened): PlanCheck {
  const ruling = new Ruling('quantities')
  const seen = new Set<string>()
  for (const t of plan.trades) {
    const h = holdings.get(t.holdingId)
    ruling.expect(t.symbol, h !== undefined && !seen.has(t.holdingId), t.holdingId, h?.id)
    seen.add(t.holdingId)
    if (!h) continue
    const key = (row: Pick<Trade, 'accountId' | 'symbol' | 'name'>) => [row.accountId, row.symbol, row.name].join(' / ')
    ruling.equal(t.symbol, key(t), key(h))
    ruling.expect(t.symbol, t.quantity > 0n, amountText(t.quantity), amountText(h.unit))
    ruling.expect(t.symbol, h.unit > 0n && t.quantity % h.unit === 0n, amountText(t.quantity), amountText(h.unit))
    ruling.expect(t.symbol, h.quantity + signed(t) >= 0n, amountText(t.quantity), amountText(h.quantity))
  }
  return ruling.result
}

/** Value: the worth of the row before and after at the price of the input. Price as in the input. */
export function valueCheck({ plan, holdings }: Opened): PlanCheck {
  const ruling = new Ruling('values')
  for (const t of plan.trades) {
    const h = holdings.get(t.holdingId)
    const price = h?.price
    if (!h || price === null || price === undefined) continue
    ruling.equal(t.symbol, amountText(t.price), amountText(price))
    const left = quantity(h.quantity + signed(t))
    const value = absolute(marketValue(left, price) - marketValue(h.quantity, price))
    ruling.equal(t.symbol, moneyText(t.value), moneyText(value))
  }
  return ruling.result
}

const CENT = (ONE * ONE) / 100n

/** Spread and order fee of each trade, and their sum. */
export function costCheck({ plan, policy, holdings }: Opened): PlanCheck {
  const ruling = new Ruling('costs')
  for (const t of plan.trades) {
    const h = holdings.get(t.holdingId)
    if (!h) continue
    const exact = (t.quantity * (h.price ?? 0n) * (h.spread ?? policy.terms.spread)) / RATE_ONE
    ruling.equal(t.symbol, moneyText(t.cost), moneyText(divideRounded(exact, CENT) + policy.terms.orderFee))
  }
  ruling.equal('total', moneyText(plan.costs), moneyText(sum(plan.trades.map((t) => t.cost))))
  return ruling.result
}

/** A taxable sale uses lots that there are, no more of each than there is, and no more in all than is sold; their gains and terms. */
export function lotCheck(opened: Opened): PlanCheck {
  const ruling = new Ruling('lots')
  for (const t of opened.plan.trades) {
    const h = opened.holdings.get(t.holdingId)
    if (!h) continue
    if (!isTaxed(opened, t)) {
      ruling.equal(t.symbol, t.lots.length, 0)
      continue
    }
    ruling.equal(t.symbol, new Set(t.lots.map((l) => l.lotId)).size, t.lots.length)
    for (const sale of t.lots) lotFigures(ruling, opened, h, sale)
    const used = sum(t.lots.map((l) => l.quantity))
    // What is sold beyond the lots is what no lot covers.
    const uncovered = h.quantity - sum(h.lots.map((l) => l.quantity))
    const fits = used <= t.quantity && t.quantity - used <= uncovered
    ruling.expect(t.symbol, fits, amountText(used), amountText(t.quantity))
  }
  return ruling.result
}

const isTaxed = ({ accounts }: Opened, t: Trade): boolean =>
  t.side === 'sell' && accounts.get(t.accountId)?.tax === 'taxable'

function lotFigures(ruling: Ruling, { policy }: Opened, h: Holding, sale: LotSale): void {
  const lot = h.lots.find((l) => l.id === sale.lotId)
  ruling.expect(h.symbol, lot !== undefined, sale.lotId, lot?.id)
  if (!lot || h.price === null) return
  const fits = sale.quantity > 0n && sale.quantity <= lot.quantity
  ruling.expect(h.symbol, fits, amountText(sale.quantity), amountText(lot.quantity))
  ruling.equal(h.symbol, sale.acquired, lot.acquired)
  ruling.equal(h.symbol, sale.term, termOf(lot.acquired, policy.asOf))
  const gain = divideRounded(sale.quantity * (h.price - lot.unitCost) * 100n, ONE * ONE)
  ruling.equal(h.symbol, moneyText(sale.gain), moneyText(gain))
}

/** Estimated tax of each trade, and the sums of gains and tax. */
export function taxCheck(opened: Opened, netted: (short: bigint, long: bigint) => bigint): PlanCheck {
  const ruling = new Ruling('tax')
  const { plan, policy } = opened
  const text = (tax: bigint | null): string => (tax === null ? '–' : moneyText(tax))
  for (const t of plan.trades) {
    const known = !isTaxed(opened, t) || sum(t.lots.map((l) => l.quantity)) === t.quantity
    const tax = known ? taxOf(t.lots, policy.taxRates, policy.terms.lossCredit) : null
    ruling.equal(t.symbol, text(t.tax), text(tax))
  }
  const lots = plan.trades.flatMap((t) => t.lots)
  const gain = (term: string): bigint => sum(lots.filter((l) => l.term === term).map((l) => l.gain))
  ruling.equal('shortGain', moneyText(plan.tax.shortGain), moneyText(gain('short')))
  ruling.equal('longGain', moneyText(plan.tax.longGain), moneyText(gain('long')))
  const total = policy.terms.netting ? netted(gain('short'), gain('long')) : sum(plan.trades.map((t) => t.tax ?? 0n))
  ruling.equal('total', moneyText(plan.tax.total), moneyText(cents(total)))
  ruling.equal('unknown', plan.tax.unknown, plan.trades.filter((t) => t.tax === null).length)
  return ruling.result
}
