'use client'

import { useCallback, useState } from 'react'
import type { HoldingEntry } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import type { HoldingRow } from '@/lib/core/book'

const withAll = (set: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> => new Set([...set, ...more])

/** The unknown symbols that were just entered: each is asked about once, until it is answered or skipped. */
export function useQuestions() {
  const [asking, setAsking] = useState<ReadonlySet<string>>(new Set())
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const askAll = useCallback((symbols: readonly string[]) => setAsking((now) => withAll(now, symbols)), [])
  const ask = useCallback((row: HoldingRow) => row.split === null && askAll([row.symbol]), [askAll])
  const skip = useCallback((symbol: string) => setSkipped((now) => withAll(now, [symbol])), [])
  /** Below the first row of each symbol. */
  const rowsOf = (entries: readonly HoldingEntry[]): ReadonlySet<string> => {
    const open = entries.filter(
      ({ row, isNew }) => !isNew && row.split === null && asking.has(row.symbol) && !skipped.has(row.symbol),
    )
    const first = new Map(open.toReversed().map(({ row }) => [row.symbol, row.id]))
    return new Set(first.values())
  }
  return { ask, askAll, skip, rowsOf }
}
