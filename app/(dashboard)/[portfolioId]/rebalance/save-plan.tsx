'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { ChangeList } from '@/app/(dashboard)/[portfolioId]/plans/report/change-list'
import { savePlanAction } from '@/app/(dashboard)/[portfolioId]/rebalance/actions'
import type { ChoiceText } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { newId } from '@/app/(dashboard)/new-id'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import type { Refusal } from '@/lib/core/action-result'
import type { Change } from '@/lib/core/snapshot-diff'
import type { MessageKey } from '@/lib/i18n/message-key'

interface Props {
  portfolioId: string
  defaultName: string
  maxLength: number
  text: ChoiceText
  inputHash: string
  /** What the plan on the page was computed from, for the server to say what moved; null when it is too large. */
  seen: string | null
  currency: string
}

/** Stores the plan on the page under a name. The id is chosen once, so that pressing twice saves once. */
export function SavePlan({ portfolioId, defaultName, maxLength, text, inputHash, seen, currency }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const id = useRef<string>(null)
  const { pending, run } = useAction()
  const [refused, setRefused] = useState<Refusal<Change[]> | null>(null)
  const fault = refused?.fields?.name
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name'))
    id.current ??= newId()
    const planId = id.current
    run(() => savePlanAction({ id: planId, portfolioId, name, text, inputHash, seen }), {
      done: () => {
        id.current = null
        toastDone(t('plans.saved', { name: name.trim() }))
        router.push(`/${portfolioId}/plans/${planId}`)
      },
      refused: (refusal) => {
        setRefused(refusal)
        return refusal.code === 'conflict' || refusal.code === 'invalid'
      },
    })
  }
  return (
    <form onSubmit={save} aria-label={t('rebalance.save.label')} className="grid gap-2 print:hidden">
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={t('rebalance.save.name')}
          error={fault && t(fault as MessageKey)}
          className="min-w-56 flex-1 sm:max-w-96"
        >
          <Input name="name" defaultValue={defaultName} maxLength={maxLength} autoComplete="off" />
        </Field>
        <Button type="submit" variant="primary" disabled={pending}>
          {t('rebalance.save.action')}
        </Button>
      </div>
      <p className="max-w-prose text-sm text-muted">{t('rebalance.save.hint')}</p>
      {/* Not before the page is computed anew, or it would say so too early. */}
      {refused && !fault && !pending && <NotSaved refusal={refused} currency={currency} />}
    </form>
  )
}

function NotSaved({ refusal, currency }: { refusal: Refusal<Change[]>; currency: string }) {
  const t = useTranslations('rebalance.save')
  const changes = refusal.current ?? []
  if (refusal.code === 'invalid') return <Notice tone="error" live title={t('refused')} />
  if (refusal.code !== 'conflict') return null
  return (
    <Notice tone="warning" live title={t(changes.length > 0 ? 'moved' : 'changed')}>
      <ChangeList changes={changes} currency={currency} />
      {t(changes.length > 0 ? 'movedBody' : 'changedBody')}
    </Notice>
  )
}
