'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import type { Entry } from '@/app/(dashboard)/[portfolioId]/holdings/entry'
import { type Mark, marksOf } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import type { HoldingEntry } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { useFaultText } from '@/app/(dashboard)/[portfolioId]/holdings/use-fault-text'
import { IconButton } from '@/components/ui/button'
import { Icon, type IconName } from '@/components/ui/icon'
import { Instant } from '@/components/values/date'
import type { HoldingRow } from '@/lib/core/book'

const MARK_ICONS: Record<Mark, IconName> = {
  unpriced: 'warning',
  unrated: 'warning',
  unclassified: 'warning',
  stale: 'warning',
}

/** How far a row's saving is, what is missing in it, and its removal. Each state is an icon with a word. */
export function RowMarks({ entry, row, unrated }: { entry: HoldingEntry; row: HoldingRow; unrated: boolean }) {
  const t = useTranslations('holdings')
  const { asOf, holdings, cursor } = useDesk()
  const remove = () => {
    cursor.step({ line: row.id, column: 'symbol' }, 0, 1)
    holdings.remove(row.id)
  }
  return (
    <span className="flex items-start gap-1">
      <span className="flex min-w-24 flex-1 flex-wrap gap-x-2">
        <SaveMark entry={entry} />
        {!entry.isNew &&
          marksOf(row, asOf, unrated).map((mark) => (
            <MarkText key={mark} icon={MARK_ICONS[mark]} tone="warning">
              {t(`mark.${mark}`)}
            </MarkText>
          ))}
      </span>
      <IconButton
        icon="trash"
        tabIndex={-1}
        label={t('grid.remove', { symbol: row.symbol })}
        onClick={remove}
        className="-my-1.5 -mr-1 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-100"
      />
    </span>
  )
}

/** Saved, saving, offline, not saved, conflict: of any row that saves itself. */
export function SaveMark<Row, Texts>({ entry }: { entry: Entry<Row, Texts> }) {
  const t = useTranslations()
  const faultText = useFaultText()
  const whole = entry.errors['']
  if (entry.theirs)
    return (
      <MarkText icon="warning" tone="warning">
        {t('holdings.mark.conflict')}
      </MarkText>
    )
  if (entry.state === 'gone')
    return (
      <MarkText icon="error" tone="danger">
        {t('holdings.mark.gone')}
      </MarkText>
    )
  if (entry.state === 'offline')
    return (
      <MarkText icon="warning" tone="warning">
        {t('common.state.offline')}
      </MarkText>
    )
  if (entry.state === 'saving') return <MarkText tone="muted">{t('common.state.saving')}</MarkText>
  if (entry.state === 'failed') {
    return (
      <MarkText icon="error" tone="danger">
        {faultText(entry.reason ?? 'common.state.notSaved')}
      </MarkText>
    )
  }
  if (whole)
    return (
      <MarkText icon="error" tone="danger">
        {faultText(whole)}
      </MarkText>
    )
  if (Object.keys(entry.errors).length > 0) {
    return (
      <MarkText icon="error" tone="danger">
        {t('common.state.notSaved')}
      </MarkText>
    )
  }
  if (entry.state !== 'saved' || entry.savedAt === null) return null
  return (
    <MarkText icon="check" tone="muted">
      {t.rich('holdings.mark.savedAt', { time: () => <Instant value={new Date(entry.savedAt ?? 0)} shows="time" /> })}
    </MarkText>
  )
}

const TONES = { muted: 'text-muted', warning: 'text-warning', danger: 'text-danger' }

function MarkText({ icon, tone, children }: { icon?: IconName; tone: keyof typeof TONES; children: ReactNode }) {
  return (
    <span className={`inline-flex items-start gap-1 text-sm ${TONES[tone]}`}>
      {icon && <Icon name={icon} className="mt-px size-3.5" />}
      <span>{children}</span>
    </span>
  )
}
