'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { PORTFOLIO_NAME_LENGTH } from '@/lib/core/portfolio-name'

interface Props {
  initial: string
  submit: string
  pending: boolean
  error: string | null
  notice?: ReactNode
  onSubmit: (name: string) => void
  onCancel: () => void
}

/** One field: the name. What was typed stays when it is refused. */
export function NameForm({ initial, submit, pending, error, notice, onSubmit, onCancel }: Props) {
  const t = useTranslations()
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(String(new FormData(event.currentTarget).get('name')))
      }}
    >
      {notice}
      <Field label={t('portfolios.name')} hint={t('portfolios.nameHint')} error={error}>
        <Input
          name="name"
          defaultValue={initial}
          maxLength={PORTFOLIO_NAME_LENGTH}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      <DialogActions>
        <Button onClick={onCancel}>{t('common.action.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={pending}>
          {submit}
        </Button>
      </DialogActions>
    </form>
  )
}
