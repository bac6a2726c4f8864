'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { restoreHoldingAction } from '@/app/(dashboard)/[portfolioId]/holdings/actions'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import type { EditedTexts, HoldingEntry } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { Wide } from '@/app/(dashboard)/[portfolioId]/holdings/wide-row'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { HoldingRow } from '@/lib/core/book'
import { holdingTexts } from '@/lib/core/holding-fields'

/** Below a row that was changed elsewhere: both sides, field by field, and the choice. Nothing is stored until it is made. */
export function ConflictRow({ entry, theirs }: { entry: HoldingEntry; theirs: HoldingRow }) {
  const t = useTranslations('holdings.conflict')
  const { holdings } = useDesk()
  const { symbol } = entry.row
  return (
    <Choice
      title={t(entry.removing ? 'titleRemoving' : 'title', { symbol })}
      mine={{ label: t('keepMine'), run: () => holdings.adopt(theirs) }}
      theirs={{ label: t('takeTheirs'), run: () => holdings.takeTheirs(theirs.id) }}
    >
      <Sides texts={entry.texts} before={entry.row} theirs={theirs} />
    </Choice>
  )
}

/** Below a row that was removed elsewhere while it was being edited. */
export function GoneRow({ entry }: { entry: HoldingEntry }) {
  const t = useTranslations('holdings.conflict')
  const { portfolioId, holdings } = useDesk()
  const { run } = useAction()
  const { id, symbol } = entry.row
  const bringBack = () => run(() => restoreHoldingAction({ portfolioId, id }), { done: (row) => holdings.adopt(row) })
  return (
    <Choice
      title={t('gone', { symbol })}
      mine={{ label: t('bringBack'), run: bringBack }}
      theirs={{ label: t('letGo'), run: () => holdings.drop(id) }}
    />
  )
}

interface Way {
  label: string
  run: () => void
}

function Choice({ title, mine, theirs, children }: { title: string; mine: Way; theirs: Way; children?: ReactNode }) {
  return (
    <Wide>
      <Notice
        tone="warning"
        live
        title={title}
        action={
          <span className="flex gap-2">
            <Button onClick={theirs.run}>{theirs.label}</Button>
            <Button variant="primary" onClick={mine.run}>
              {mine.label}
            </Button>
          </span>
        }
      >
        {children}
      </Notice>
    </Wide>
  )
}

const COMPARED = ['symbol', 'name', 'quantity', 'price', 'currency', 'pricedOn', 'unit'] as const

/** What I typed, and what differs elsewhere from what I saw. */
function Sides({ texts, before, theirs }: { texts: EditedTexts; before: HoldingRow; theirs: HoldingRow }) {
  const t = useTranslations('holdings')
  const was = holdingTexts(before)
  const now = holdingTexts(theirs)
  const fields = COMPARED.filter((field) => field in texts || was[field] !== now[field])
  const lots = texts.lots !== undefined || before.lots.length !== theirs.lots.length
  return (
    <ul>
      {fields.map((field) => (
        <li key={field}>
          {t('conflict.sides', {
            column: t(`column.${field}`),
            mine: texts[field] ?? was[field] ?? '',
            theirs: now[field] || t('grid.unknown'),
          })}
        </li>
      ))}
      {(texts.trading !== undefined || was.trading !== now.trading) && (
        <li>
          {t('conflict.sides', {
            column: t('column.trading'),
            mine: t(`trading.${texts.trading ?? was.trading}`),
            theirs: t(`trading.${now.trading}`),
          })}
        </li>
      )}
      {lots && <li>{t('conflict.lots', { mine: (texts.lots ?? before.lots).length, theirs: theirs.lots.length })}</li>}
    </ul>
  )
}
