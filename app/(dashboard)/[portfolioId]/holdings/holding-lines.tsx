'use client'

import { type ComponentProps, memo } from 'react'
import { ClassPrompt } from '@/app/(dashboard)/[portfolioId]/holdings/class-prompt'
import { ConflictRow, GoneRow } from '@/app/(dashboard)/[portfolioId]/holdings/conflict-row'
import { HoldingLine } from '@/app/(dashboard)/[portfolioId]/holdings/holding-line'
import { LotsRow } from '@/app/(dashboard)/[portfolioId]/holdings/lots-row'

/** A holding with whatever stands below it: what was changed elsewhere, the question of its class, its lots. */
export const HoldingLines = memo(function HoldingLines({
  asked,
  ...line
}: ComponentProps<typeof HoldingLine> & { asked: boolean }) {
  const { entry } = line
  return (
    <>
      <HoldingLine {...line} />
      {entry.theirs && <ConflictRow entry={entry} theirs={entry.theirs} />}
      {entry.state === 'gone' && <GoneRow entry={entry} />}
      {asked && <ClassPrompt row={entry.row} />}
      {line.lotsOpen && <LotsRow entry={entry} />}
    </>
  )
})
