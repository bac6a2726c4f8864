'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { PLAN_NAME_LENGTH } from '@/app/(dashboard)/[portfolioId]/plans/plan-name-length'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'

interface Props {
  name: string
  pending: boolean
  save: (name: string) => Promise<void>
}

/** Stores the plan of the file under a name. */
export function SavePlanFile({ name, pending, save }: Props) {
  const t = useTranslations('planFiles.open')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save(String(new FormData(event.currentTarget).get('name')))
  }
  return (
    <form onSubmit={submit} aria-label={t('save')} className="grid gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('name')} className="min-w-56 flex-1 sm:max-w-96">
          <Input name="name" defaultValue={name} maxLength={PLAN_NAME_LENGTH} required autoComplete="off" />
        </Field>
        <Button type="submit" variant="primary" disabled={pending}>
          {t('save')}
        </Button>
      </div>
      <p className="max-w-prose text-sm text-muted">{t('saveHint')}</p>
    </form>
  )
}
