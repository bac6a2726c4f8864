'use client'

import { useTranslations } from 'next-intl'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { type Entry, isUnsaved } from '@/app/(dashboard)/[portfolioId]/holdings/entry'
import { GROUPINGS, MARKS, type Mark } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { NEW_ACCOUNT_FIELD } from '@/app/(dashboard)/[portfolioId]/holdings/new-account'
import type { BookView } from '@/app/(dashboard)/[portfolioId]/holdings/use-book-view'
import { Button, ButtonLink } from '@/components/ui/button'
import { Input } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { Instant } from '@/components/values/date'

type AnyEntry = Entry<unknown, object>

/** Above the grid: what of it is shown, what can be brought in, and whether everything is stored. */
export function Toolbar({
  view,
  entries,
  onPaste,
}: {
  view: BookView
  entries: readonly AnyEntry[]
  onPaste: () => void
}) {
  const t = useTranslations('holdings.toolbar')
  const { choice, choose } = view
  const { portfolioId } = useDesk()
  const groupings = GROUPINGS.map((value) => ({ value, label: t(`group.${value}`) }))
  const toNewAccount = () => document.getElementById(NEW_ACCOUNT_FIELD)?.focus()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="relative">
        <Icon name="search" className="pointer-events-none absolute top-2 left-2 text-muted" />
        <Input
          type="search"
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={choice.filter}
          onChange={(event) => choose({ filter: event.target.value })}
          className="w-44 pl-8"
        />
      </span>
      <Segmented
        label={t('groupBy')}
        options={groupings}
        value={choice.grouping}
        onChange={(grouping) => choose({ grouping })}
      />
      <MarkFilters view={view} />
      {view.foreign && <ButtonLink href={`/${portfolioId}/prices/rates`}>{t('rates')}</ButtonLink>}
      {!view.foreign && (
        <Button
          aria-pressed={choice.currencies}
          onClick={() => choose({ currencies: !choice.currencies })}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
        >
          {t('currencies')}
        </Button>
      )}
      <span className="flex-1" />
      <SavedNote entries={entries} />
      <ButtonLink href={`/${portfolioId}/prices`}>{t('prices')}</ButtonLink>
      <Button icon="plus" onClick={toNewAccount}>
        {t('addAccount')}
      </Button>
      <Button icon="copy" onClick={onPaste}>
        {t('paste')}
      </Button>
      <ButtonLink icon="arrow-down" href={`/${portfolioId}/transfer/import`}>
        {t('import')}
      </ButtonLink>
    </div>
  )
}

/** One button for each thing that needs a look: it shows only those rows. */
function MarkFilters({ view: { marks, choice, choose } }: { view: BookView }) {
  const t = useTranslations('holdings.toolbar')
  const offered = MARKS.filter((mark) => marks[mark] > 0 || choice.only === mark)
  const toggle = (mark: Mark) => choose({ only: choice.only === mark ? null : mark })
  return offered.map((mark) => (
    <Button
      key={mark}
      aria-pressed={choice.only === mark}
      onClick={() => toggle(mark)}
      className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
    >
      <Icon name="warning" className="text-warning" />
      {t(`only.${mark}`, { count: marks[mark] })}
    </Button>
  ))
}

/** Saved at, saving, offline, not saved: of everything on the screen. */
function SavedNote({ entries }: { entries: readonly AnyEntry[] }) {
  const t = useTranslations()
  const last = Math.max(0, ...entries.map((entry) => entry.savedAt ?? 0))
  const offline = entries.some((entry) => entry.state === 'offline')
  const saving = entries.some((entry) => entry.state === 'saving')
  const unsaved = entries.some((entry) => isUnsaved(entry))
  return (
    <span role="status" className="text-sm whitespace-nowrap text-muted">
      {offline
        ? t('common.state.offline')
        : saving
          ? t('common.state.saving')
          : unsaved
            ? t('common.state.notSaved')
            : last > 0
              ? t.rich('holdings.mark.savedAt', { time: () => <Instant value={new Date(last)} shows="time" /> })
              : t('holdings.mark.allSaved')}
    </span>
  )
}
