import { type MonthlyValue, monthNumber } from '@/lib/core/month'

const MONTHS_A_YEAR = 12
const PERCENT = 100
const COUPONS_A_YEAR = 2

/**
 * Total return of one month, as a fraction of one, of a bond that pays half-yearly and is bought at par: coupon and yield `before` at the start, yield
 * `after` at the end, when `years` less a month are left. Yields are percent a year, compounded half-yearly, as constant-maturity Treasury yields
 * (H.15) are quoted. The price at the end is the full one, with the interest that has accrued: all 2·years payments are still to come, each a month
 * nearer, so that it is the price at issue times (1 + y/2)^(1/6).
 * Source: the present value of a bond between two coupons as in Tuckman & Serrat, Fixed Income Securities, 3rd ed. 2011, ch. 3; par bonds repriced
 * from constant-maturity yields as in Swinkels, "Treasury Bond Return Data Starting in 1962", Data 4(3), 2019. A bond fund differs from it by its
 * fees and by holding many maturities.
 */
export function bondReturn(before: number, after: number, years: number): number {
  const coupon = before / PERCENT / COUPONS_A_YEAR
  const rate = after / PERCENT / COUPONS_A_YEAR
  const payments = years * COUPONS_A_YEAR
  const atEnd = (1 + rate) ** -payments
  const annuity = rate === 0 ? payments : (1 - atEnd) / rate
  const sixthOfPeriod = COUPONS_A_YEAR / MONTHS_A_YEAR
  return (coupon * annuity + atEnd) * (1 + rate) ** sixthOfPeriod - 1
}

/** Returns by month from yields at months' ends, percent a year; a month without a yield at its own or the previous end has none. */
export function bondReturns(yields: readonly MonthlyValue[], years: number): MonthlyValue[] {
  return yields.flatMap(({ month, value }, i) => {
    const before = yields[i - 1]
    if (!before || monthNumber(before.month) + 1 !== monthNumber(month)) return []
    return [{ month, value: bondReturn(before.value, value, years) }]
  })
}
