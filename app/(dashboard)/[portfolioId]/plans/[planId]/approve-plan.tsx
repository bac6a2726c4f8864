'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { approvePlanAction } from '@/app/(dashboard)/[portfolioId]/plans/actions'
import { ChangeList } from '@/app/(dashboard)/[portfolioId]/plans/report/change-list'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import type { Change } from '@/lib/core/snapshot-diff'

/** Approves a draft; when the book has moved it says what did, and leads to a new plan. */
export function ApprovePlan({ id, newPlanPath, currency }: { id: string; newPlanPath: string; currency: string }) {
  const t = useTranslations('plans.approve')
  const { pending, run } = useAction()
  const [moved, setMoved] = useState<Change[] | null>(null)
  const approve = () =>
    run(() => approvePlanAction({ id }), {
      done: () => {
        setMoved(null)
        toastDone(t('done'))
      },
      refused: ({ current }) => {
        setMoved(current ?? null)
        return current !== undefined
      },
    })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 print:hidden">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button variant="primary" icon="check" disabled={pending} onClick={approve}>
          {t('action')}
        </Button>
        <p className="min-w-0 flex-1 basis-64 text-sm text-muted">{t('hint')}</p>
      </div>
      {moved && (
        <Notice
          tone="warning"
          live
          title={t('moved')}
          action={
            <Link href={newPlanPath} className="font-semibold text-accent underline-offset-2 hover:underline">
              {t('newPlan')}
            </Link>
          }
        >
          {t('movedBody')}
          <ChangeList changes={moved} currency={currency} />
        </Notice>
      )}
    </div>
  )
}
