'use client'

import { useTranslations } from 'next-intl'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { PasteColumns } from '@/app/(dashboard)/[portfolioId]/holdings/paste-columns'
import { PasteRows } from '@/app/(dashboard)/[portfolioId]/holdings/paste-rows'
import { type PasteState, usePaste } from '@/app/(dashboard)/[portfolioId]/holdings/use-paste'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Field, Textarea } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import type { AccountRow } from '@/lib/core/book'
import type { Imported } from '@/lib/flows/paste-holdings'
import { MOST_CHARACTERS } from '@/lib/formats/paste-limits'

interface Props {
  /** What was pasted; empty for a dialog to paste into; null while it is closed. */
  text: string | null
  /** Where lines go that name no account. */
  accountId: string | null
  accounts: readonly AccountRow[]
  onClose: () => void
  onImported: (imported: Imported) => void
}

/** A block from a spreadsheet: how it was read, what would become of every line, and then its import. */
export function PasteDialog({ text, ...rest }: Props) {
  const t = useTranslations()
  return (
    <Dialog
      open={text !== null}
      onClose={rest.onClose}
      title={t('holdings.paste.title')}
      closeLabel={t('common.action.close')}
      wide
    >
      {text !== null && <PasteForm text={text} {...rest} />}
    </Dialog>
  )
}

function PasteForm({ text, accountId, accounts, onClose, onImported }: Props & { text: string }) {
  const t = useTranslations()
  const { portfolioId } = useDesk()
  const start = { text, accountId: accountId ?? accounts[0]?.id ?? null, roles: null, header: null }
  const paste = usePaste(portfolioId, start, onImported)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <PasteText paste={paste} />
      {paste.fault && (
        <Notice tone="error" live>
          {paste.fault}
        </Notice>
      )}
      {paste.moved && <Notice tone="warning" live title={t('holdings.paste.moved')} />}
      {paste.preview && (
        <>
          <PasteTarget paste={paste} accounts={accounts} />
          <PasteColumns preview={paste.preview} choose={paste.choose} />
          <PasteRows rows={paste.preview.rows} accounts={accounts} />
        </>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t('common.action.cancel')}</Button>
        <ImportButton paste={paste} />
      </DialogActions>
    </div>
  )
}

/** Before anything is pasted, a large field; afterwards a small one, to correct it. */
function PasteText({ paste: { choice, preview, choose } }: { paste: PasteState }) {
  const t = useTranslations('holdings.paste')
  return (
    <Field label={t('text')} hint={preview ? undefined : t('textHint')}>
      <Textarea
        rows={preview ? 3 : 8}
        value={choice.text}
        maxLength={MOST_CHARACTERS}
        wrap="off"
        spellCheck={false}
        autoFocus
        className="font-mono text-sm"
        onChange={(event) => choose({ text: event.target.value, roles: null, header: null })}
      />
    </Field>
  )
}

function PasteTarget({ paste, accounts }: { paste: PasteState; accounts: readonly AccountRow[] }) {
  const t = useTranslations('holdings.paste')
  const named = paste.preview?.roles.includes('account')
  return (
    <Field label={t(named ? 'otherwiseInto' : 'into')} className="max-w-72">
      <Select
        options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        value={paste.choice.accountId ?? ''}
        onChange={(event) => paste.choose({ accountId: event.target.value })}
      />
    </Field>
  )
}

function ImportButton({ paste: { preview, pending, store } }: { paste: PasteState }) {
  const t = useTranslations('holdings.paste')
  const count = preview?.rows.filter((row) => ['add', 'update', 'merged'].includes(row.outcome)).length ?? 0
  return (
    <Button variant="primary" disabled={pending || count === 0} aria-busy={pending} onClick={store}>
      {t('import', { count })}
    </Button>
  )
}
