import { type MonthlyValue, monthAfter } from '@/lib/core/month'

const PERCENT = 100
const MONTHS_OF_BILL = 3
const QUARTERS_A_YEAR = 4

/**
 * Return of a money-market fund over one month, as a fraction of one, from the yield of three-month bills at its start, percent a year (DGS3MO,
 * H.15, quoted as simple interest on an investment basis): a third of the bill's growth, compounded. Before the fund's fee.
 */
export function moneyReturn(billYield: number): number {
  return (1 + billYield / PERCENT / QUARTERS_A_YEAR) ** (1 / MONTHS_OF_BILL) - 1
}

/** Each month's return follows from the yield at the end of the month before it. */
export function moneyReturns(yields: readonly MonthlyValue[]): MonthlyValue[] {
  return yields.map(({ month, value }) => ({ month: monthAfter(month), value: moneyReturn(value) }))
}
