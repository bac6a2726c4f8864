'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { newId } from '@/app/(dashboard)/new-id'
import {
  deletePortfolioAction,
  duplicatePortfolioAction,
  restorePortfolioAction,
} from '@/app/(dashboard)/portfolios/actions'
import { ChangeBaseCurrency } from '@/app/(dashboard)/portfolios/change-base-currency'
import { RenamePortfolio } from '@/app/(dashboard)/portfolios/rename-portfolio'
import { useAction } from '@/app/(dashboard)/use-action'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { toastDone, toastUndo } from '@/components/ui/toast'
import type { MoneyCurrency } from '@/lib/core/currency'

interface Props {
  id: string
  name: string
  baseCurrency: MoneyCurrency
}

/** What can be done with one portfolio. Deleting does not ask; it can be undone. */
export function PortfolioMenu({ id, name, baseCurrency }: Props) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const [renaming, rename] = useState(false)
  const [counting, count] = useState(false)
  const duplicate = () =>
    run(() => duplicatePortfolioAction({ id: newId(), sourceId: id }), {
      done: (made) => toastDone(t('portfolios.duplicated', { name: made.name })),
    })
  const restore = () =>
    run(() => restorePortfolioAction({ id }), { done: () => toastDone(t('portfolios.restored', { name })) })
  const remove = () =>
    run(() => deletePortfolioAction({ id }), {
      done: () => {
        // The row goes, and the focus with it, if it stayed on its button.
        document.getElementById('content')?.focus()
        toastUndo(t('portfolios.deleted', { name }), { label: t('common.action.undo'), run: restore })
      },
    })
  return (
    <>
      <Menu
        label={t('portfolios.actionsFor', { name })}
        trigger={<Icon name="more" />}
        align="end"
        className="text-muted hover:text-ink"
      >
        <MenuItem icon="pencil" onClick={() => rename(true)}>
          {t('common.action.rename')}
        </MenuItem>
        <MenuItem icon="pencil" onClick={() => count(true)}>
          {t('currencies.base.action')}
        </MenuItem>
        <MenuItem icon="copy" disabled={pending} onClick={duplicate}>
          {t('common.action.duplicate')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon="trash" disabled={pending} onClick={remove}>
          {t('common.action.delete')}
        </MenuItem>
      </Menu>
      <RenamePortfolio id={id} name={name} open={renaming} onClose={() => rename(false)} />
      <ChangeBaseCurrency
        id={id}
        name={name}
        baseCurrency={baseCurrency}
        open={counting}
        onClose={() => count(false)}
      />
    </>
  )
}
