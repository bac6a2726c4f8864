import type { AssetClass } from '@/lib/core/asset-class'

/**
 * Requests with known answers: published cases with where they were published, and small ones whose best plan was proven by enumeration.
 * Where several plans cost the same, only the cost is told.
 */
export interface PlanExample {
  title: string
  source?: string
  request: Record<string, unknown>
  status: string
  /** What the best plan costs, in money. */
  costs?: string
  /** As `account: side quantity symbol`, with `of quantity#lot …` where lots are known. */
  trades?: string[]
  issue?: { code?: string; subject?: string; path?: string; missing?: string }
}

type More = Record<string, unknown>

/** A holding of the account A, unless told. */
export const held = (symbol: string, assetClass: AssetClass, quantity: string, price: string, more: More = {}) => ({
  account: 'A',
  symbol,
  class: assetClass,
  quantity,
  price,
  ...more,
})

export const lot = (id: string, quantity: string, unitCost: string, acquired: string) => ({
  id,
  quantity,
  unitCost,
  acquired,
})

/** A request in short notation, with its answer. */
export interface PlanCase extends Omit<PlanExample, 'request'> {
  /** As `id tax cash reserve`; one untaxed account without cash unless told. */
  accounts?: string[]
  holdings: ReturnType<typeof held>[]
  targets: Partial<Record<AssetClass, number>>
  bands?: More
  destination?: string
  cashCountsAs?: string
  mode?: string
  objective?: More
  minTrade?: string
}

export function example({ title, source, status, costs, trades, issue, ...asked }: PlanCase): PlanExample {
  const { accounts = ['A deferred 0'], objective, minTrade = '0', ...rest } = asked
  const request = {
    asOf: '2026-11-20',
    ...rest,
    accounts: accounts.map((text) => {
      const [id, tax, cash, reserve = '0'] = text.split(' ')
      return { id, tax, cash, reserve }
    }),
    objective: { turnover: '0', ...objective },
    limits: { minTrade },
    tolerancePpm: 1,
    deadlineMs: 2000,
  }
  return { title, source, request, status, costs, trades, issue }
}
