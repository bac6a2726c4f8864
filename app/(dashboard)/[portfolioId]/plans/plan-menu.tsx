'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { removePlanAction, restorePlanAction } from '@/app/(dashboard)/[portfolioId]/plans/actions'
import { type NamedPlan, RenamePlan } from '@/app/(dashboard)/[portfolioId]/plans/rename-plan'
import { useAction } from '@/app/(dashboard)/use-action'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { toastDone, toastUndo } from '@/components/ui/toast'

interface Props {
  plan: NamedPlan
  /** Where to go when the plan is deleted on its own page. */
  listPath: string
}

/** What can be done with one plan. Deleting does not ask; it can be undone. */
export function PlanMenu({ plan, listPath }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const path = usePathname()
  const { pending, run } = useAction()
  const [renaming, rename] = useState(false)
  const { id, name } = plan
  const restore = () => run(() => restorePlanAction({ id }), { done: () => toastDone(t('plans.restored', { name })) })
  const remove = () =>
    run(() => removePlanAction({ id }), {
      done: () => {
        toastUndo(t('plans.deleted', { name }), { label: t('common.action.undo'), run: restore })
        if (path !== listPath) router.replace(listPath)
      },
    })
  return (
    <>
      <Menu
        label={t('plans.actionsFor', { name })}
        trigger={<Icon name="more" />}
        align="end"
        className="text-muted hover:text-ink"
      >
        <MenuItem icon="pencil" onClick={() => rename(true)}>
          {t('common.action.rename')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon="trash" disabled={pending} onClick={remove}>
          {t('common.action.delete')}
        </MenuItem>
      </Menu>
      <RenamePlan plan={plan} open={renaming} onClose={() => rename(false)} />
    </>
  )
}
