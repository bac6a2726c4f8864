'use client'

import { useTranslations } from 'next-intl'
import { RowChanges } from '@/app/(dashboard)/[portfolioId]/transfer/import/row-changes'
import { RowNote } from '@/app/(dashboard)/[portfolioId]/transfer/import/row-note'
import { useImportWords } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-import-words'
import { Icon, type IconName } from '@/components/ui/icon'
import type { ImportEffect, ImportFile, ImportRow } from '@/lib/core/positions-import'

const LOOK: Record<ImportEffect | 'merged' | 'skipped' | 'rejected', { icon: IconName; tone: string }> = {
  add: { icon: 'plus', tone: 'text-positive' },
  change: { icon: 'pencil', tone: 'text-accent' },
  cash: { icon: 'pencil', tone: 'text-accent' },
  same: { icon: 'check', tone: 'text-muted' },
  merged: { icon: 'arrow-up', tone: 'text-accent' },
  skipped: { icon: 'chevron-right', tone: 'text-muted' },
  rejected: { icon: 'error', tone: 'text-danger' },
}

/** What becomes of a row, why, what changes by it, and what in it does not fit together. */
export function RowOutcome({ row, files }: { row: ImportRow; files: readonly ImportFile[] }) {
  const { icon, tone } = LOOK[row.outcome === 'imported' ? (row.effect ?? 'same') : row.outcome]
  return (
    <div className="grid gap-0.5">
      <span className={`inline-flex items-start gap-1 ${tone}`}>
        <Icon name={icon} className="mt-0.5" />
        <span>
          <Becomes row={row} files={files} />
        </span>
      </span>
      <RowChanges row={row} />
      {row.notes.map((note, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code may come twice
        <span key={`${note.code} ${at}`} className="flex items-start gap-1 text-sm text-warning">
          <Icon name="warning" className="mt-px size-3.5" />
          <span>
            <RowNote note={note} />
          </span>
        </span>
      ))}
    </div>
  )
}

function Becomes({ row, files }: { row: ImportRow; files: readonly ImportFile[] }) {
  const t = useTranslations('import.effect')
  const words = useImportWords()
  const { outcome, into, why } = row
  if (outcome === 'imported') return t(row.effect ?? 'same')
  if (outcome === 'skipped') return t('skipped', { why: words.rule(why ?? '') })
  if (outcome === 'rejected') return t('rejected', { why: words.reason(why ?? '') })
  if (!into || into.file === row.file) return t('merged', { line: into?.line ?? 0 })
  return t('mergedElsewhere', { line: into.line, file: files[into.file]?.name ?? '' })
}
