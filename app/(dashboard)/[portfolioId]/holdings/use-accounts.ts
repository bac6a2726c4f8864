'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import {
  addAccountAction,
  editAccountAction,
  removeAccountAction,
  restoreAccountAction,
} from '@/app/(dashboard)/[portfolioId]/holdings/account-actions'
import { type Entry, without } from '@/app/(dashboard)/[portfolioId]/holdings/entry'
import { type Commands, type Saving, useSaver } from '@/app/(dashboard)/[portfolioId]/holdings/use-saver'
import type { UndoStack } from '@/app/(dashboard)/[portfolioId]/holdings/use-undo'
import { toastFailure, toastUndo } from '@/components/ui/toast'
import { type AccountTexts, accountTexts, readAccount } from '@/lib/core/account-fields'
import type { AccountRow, Book } from '@/lib/core/book'

export type AccountEntry = Entry<AccountRow, AccountTexts>
export type AccountCommands = Commands<AccountRow, AccountTexts>

/** The account as it will be once everything typed is stored; what cannot be read is left as it was. */
export function shownAccount({ row, texts, errors }: AccountEntry): AccountRow {
  const read = readAccount(without(texts, Object.keys(errors)))
  return read.ok ? { ...row, ...read.value } : row
}

/** The accounts of a book as rows that save themselves. */
export function useAccounts({ portfolioId, accounts }: Pick<Book, 'portfolioId' | 'accounts'>, undo: UndoStack) {
  const t = useTranslations()
  const commands = useRef<AccountCommands | null>(null)
  const saving = useMemo((): Saving<AccountRow, AccountTexts> => {
    const restore = async ({ id, name }: AccountRow) => {
      const result = await restoreAccountAction({ portfolioId, id }).catch(() => null)
      if (!result?.ok) toastFailure(t('holdings.removed.notRestored', { symbol: name }))
    }
    return {
      needed: ['name'],
      batch: (ready) => ready,
      add: ({ id, name, tax }, fields) => addAccountAction({ portfolioId, id, fields: { name, tax, ...fields } }),
      save: ({ id, version }, fields) => editAccountAction({ portfolioId, id, version, fields }),
      remove: ({ id, version }) => removeAccountAction({ portfolioId, id, version }),
      check: (texts) => {
        const read = readAccount(texts)
        return read.ok ? {} : read.fields
      },
      agrees: (row, texts) => {
        const read = readAccount(texts)
        return read.ok && Object.entries(read.value).every(([field, value]) => row[field as keyof AccountRow] === value)
      },
      onStored: (before, { id }) => {
        if (before.isNew) return undo.push(id, () => commands.current?.remove(id))
        const sent = before.sent ?? {}
        const former = Object.entries(accountTexts(before.row)).filter(([field]) => field in sent)
        undo.push(id, () => commands.current?.type(id, Object.fromEntries(former)))
      },
      onRemoved: (row) => {
        const bringBack = () => void restore(row)
        undo.pushOther(bringBack)
        const label = t('common.action.undo')
        toastUndo(t('holdings.removed.account', { name: row.name }), { label, run: () => undo.take(bringBack) })
      },
    }
  }, [portfolioId, undo, t])
  const saver = useSaver(accounts, saving)
  commands.current = saver.commands
  return saver
}
