'use client'

import { createContext, useContext } from 'react'
import type { AccountCommands } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import type { CursorCommands } from '@/app/(dashboard)/[portfolioId]/holdings/use-cursor'
import type { HoldingCommands } from '@/app/(dashboard)/[portfolioId]/holdings/use-holdings'
import type { HoldingRow } from '@/lib/core/book'
import type { MoneyCurrency } from '@/lib/core/currency'
import type { IsoDate } from '@/lib/core/units'

/** What every part of the screen can do. The value never changes, so that a row is drawn again only for what is its own. */
export interface Desk {
  portfolioId: string
  asOf: IsoDate
  /** What the portfolio is counted in. */
  currency: MoneyCurrency
  holdings: HoldingCommands
  accounts: AccountCommands
  cursor: CursorCommands
  /** Opens or closes the lots below a row. */
  toggleLots: (id: string) => void
  /** Opens the dialog for the class of a row's symbol. */
  openClass: (row: HoldingRow) => void
  /** Asks no more about a symbol. */
  skipSymbol: (symbol: string) => void
}

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A part of the holdings screen stands outside of it.')
  return desk
}
