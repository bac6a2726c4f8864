import type { Holding } from '@/lib/core/portfolio'

/** What plans may do with a holding: everything, nothing, sell only, or buy only. */
export const TRADINGS = ['free', 'locked', 'noBuy', 'noSell'] as const
export type Trading = (typeof TRADINGS)[number]

/** The one word for a holding's limits; what may be neither bought nor sold is locked. */
export function tradingOf({ locked, noBuy, noSell }: Pick<Holding, 'locked' | 'noBuy' | 'noSell'>): Trading {
  if (locked || (noBuy && noSell)) return 'locked'
  return noBuy ? 'noBuy' : noSell ? 'noSell' : 'free'
}

/** The inverse of `tradingOf`. */
export const limitsOf = (trading: Trading): Required<Pick<Holding, 'locked' | 'noBuy' | 'noSell'>> => ({
  locked: trading === 'locked',
  noBuy: trading === 'noBuy',
  noSell: trading === 'noSell',
})
