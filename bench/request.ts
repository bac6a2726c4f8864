import type { TaxTreatment } from '@/lib/core/portfolio'

/** The request of the command line and of the API, as far as the benchmark writes it: decimals are text. */
export interface Request {
  asOf: string
  accounts: { id: string; tax: TaxTreatment; cash: string; reserve: string }[]
  holdings: RequestHolding[]
  targets: Record<string, number>
  bands?: Record<string, number> | { rule: '5/25' } | { rule: 'relative'; percent: number }
  destination: 'target' | 'edge' | 'halfway'
  cashCountsAs: null | 'moneyFunds'
  mode: 'full' | 'buyOnly'
  objective: {
    tracking: string
    turnover: string
    tax: string
    taxRates: { short: string; long: string; lossCredit: string }
    netting: boolean
    orderFee: string
  }
  limits: { minTrade: string; turnover: string | null }
  tolerancePpm: number
  deadlineMs: number
}

export interface RequestHolding {
  account: string
  symbol: string
  class: string | Record<string, number>
  quantity: string
  price: string
  unit: string
  locked: boolean
  noBuy: boolean
  noSell: boolean
  spreadBps: number
  locationCostBps: number
  lots?: { id: string; quantity: string; unitCost: string; acquired: string }[]
}

export const AS_OF = '2026-11-20'

/** The objective that a request has when it says nothing. */
export const PLAIN_OBJECTIVE: Request['objective'] = {
  tracking: '1',
  turnover: '0.0005',
  tax: '1',
  taxRates: { short: '0.37', long: '0.20', lossCredit: '0' },
  netting: false,
  orderFee: '0',
}

/** Hundredths as decimal text. */
export const hundredths = (count: number): string => thousandths(count * 10)

/** Thousandths as decimal text, without zeros at the end. */
export function thousandths(count: number): string {
  const digits = String(Math.abs(count)).padStart(4, '0')
  const text = `${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, '')
  return count < 0 ? `-${text}` : text
}

const DAY_MS = 86_400_000

export const daysBeforeAsOf = (days: number): string =>
  new Date(Date.parse(`${AS_OF}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
