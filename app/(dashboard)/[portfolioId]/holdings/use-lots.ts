'use client'

import { useMemo, useState } from 'react'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { type HoldingEntry, lotsKey } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { newId } from '@/app/(dashboard)/new-id'
import { type HoldingRow, lotTotal } from '@/lib/core/book'
import { decimalText } from '@/lib/core/decimal'
import { isBlankLot, type LotTexts, lotTexts, readLots } from '@/lib/core/lot-fields'
import type { Quantity } from '@/lib/core/units'

export type LotField = 'quantity' | 'unitCost' | 'acquired'

export interface LotFields {
  /** What is typed; the last line is blank. */
  lines: LotTexts[]
  /** By `<line>.<field>`, the full key of the message. */
  faults: Record<string, string>
  /** Of all lots that can be read; null while some cannot. */
  total: Quantity | null
  exceeds: boolean
  setField: (id: string, field: LotField, text: string) => void
  /** The focus has left a line: saves the set, if it can be saved. */
  leaveLine: () => void
  remove: (id: string) => void
  /** Makes the quantity of the holding the total of the lots, and saves both. */
  setQuantity: () => void
}

const blank = (): LotTexts => ({ id: newId(), quantity: '', unitCost: '', acquired: '' })

const withBlank = (lines: LotTexts[]): LotTexts[] => {
  const last = lines.at(-1)
  return last && isBlankLot(last) ? lines : [...lines, blank()]
}

interface Draft {
  /** The lots that it was made from; others, stored elsewhere, put it away. */
  of: string
  lines: LotTexts[]
  /** True once a line has been left. */
  left: boolean
}

/** The lots of a holding while they are edited. They are stored through the row, with its version. */
export function useLots({ row: stored, texts }: HoldingEntry, shown: HoldingRow): LotFields {
  const { asOf, holdings } = useDesk()
  const known = texts.lots ?? stored.lots.map(lotTexts)
  const of = lotsKey(known, asOf)
  const [draft, setDraft] = useState<Draft | null>(null)
  // A new one for every set: the line that was blank may be a lot of the next set.
  const end = useMemo(() => ({ of, line: blank() }), [of]).line
  const live = draft?.of === of ? draft : null
  const lines = live?.lines ?? [...known, end]
  const filled = lines.filter((line) => !isBlankLot(line))
  const read = readLots(filled, asOf)
  const total = read.ok ? lotTotal({ lots: read.value }) : null
  const exceeds = total !== null && total > shown.quantity
  const edit = (changed: LotTexts[], more: Partial<Draft> = {}) =>
    setDraft({ of, left: live?.left ?? false, ...more, lines: withBlank(changed) })
  const save = (all: LotTexts[], quantity?: string) => {
    const wanted = all.filter((line) => !isBlankLot(line))
    const result = readLots(wanted, asOf)
    const fits = result.ok && (quantity !== undefined || lotTotal({ lots: result.value }) <= shown.quantity)
    const next = fits ? lotsKey(wanted, asOf) : of
    edit(all, { of: next, left: true })
    if (fits && (quantity !== undefined || next !== of)) {
      holdings.type(stored.id, quantity === undefined ? { lots: wanted } : { lots: wanted, quantity })
    }
  }
  return {
    lines,
    // While a line is being filled in, what is still empty is no fault.
    faults: read.ok || !live?.left ? {} : byShownLine(read.fields, lines, filled),
    total,
    exceeds,
    setField: (id, field, text) => edit(lines.map((line) => (line.id === id ? { ...line, [field]: text } : line))),
    leaveLine: () => live && save(lines),
    remove: (id) => save(lines.filter((line) => line.id !== id)),
    setQuantity: () => total !== null && save(lines, decimalText(total)),
  }
}

/** Faults are numbered by the filled lines; the table shows the blank ones too. */
function byShownLine(faults: Record<string, string>, lines: LotTexts[], filled: LotTexts[]): Record<string, string> {
  const renamed = Object.entries(faults).map(([path, key]): [string, string] => {
    const [at, field] = path.split('.')
    const line = filled[Number(at)]
    return [`${line ? lines.indexOf(line) : at}.${field}`, key]
  })
  return Object.fromEntries(renamed)
}
