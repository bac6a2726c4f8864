'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Section } from '@/components/ui/card'
import { Field, Input } from '@/components/ui/field'
import type { ImportChoices } from '@/lib/core/positions-import'
import { type IsoDate, isoDate } from '@/lib/core/units'

/** As it is typed: the day may still be missing. */
export interface CostDraft {
  kind: 'leave' | 'oneLot'
  date: string
}

/** What is decided by it; null while the day is missing, unreadable or yet to come. */
export function costOf({ kind, date }: CostDraft, asOf: IsoDate): ImportChoices['cost'] | null {
  if (kind === 'leave') return { kind }
  const acquired = isoDate(date)
  return acquired === null || acquired > asOf ? null : { kind, acquired }
}

interface Props {
  draft: CostDraft
  onDraft: (draft: CostDraft) => void
  asOf: IsoDate
}

/** Whether the file's average costs become lots. */
export function CostChoice({ draft, onDraft, asOf }: Props) {
  const t = useTranslations('import.cost')
  const name = useId()
  const radio = (kind: CostDraft['kind']) => (
    <label className="flex items-start gap-2">
      <input
        type="radio"
        name={name}
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={draft.kind === kind}
        onChange={() => onDraft({ ...draft, kind })}
      />
      <span>
        {t(kind)}
        {kind === 'oneLot' && <span className="block text-sm text-muted">{t('oneLotHint')}</span>}
      </span>
    </label>
  )
  return (
    <Section title={t('title')} description={t('description')}>
      <fieldset className="grid gap-2">
        <legend className="sr-only">{t('title')}</legend>
        {radio('leave')}
        {radio('oneLot')}
        {draft.kind === 'oneLot' && (
          <Field
            label={t('acquired')}
            error={costOf(draft, asOf) === null ? t('needDate') : undefined}
            className="ml-6 w-64"
          >
            <Input
              type="date"
              max={asOf}
              value={draft.date}
              onChange={(event) => onDraft({ ...draft, date: event.target.value })}
            />
          </Field>
        )}
      </fieldset>
    </Section>
  )
}
