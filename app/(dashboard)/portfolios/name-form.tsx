'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { Field, Input } from '@/components/ui/field'
import { PORTFOLIO_NAME_LENGTH } from '@/lib/core/portfolio-name'

interface Props {
  initial: string
  submit: string
  pending: boolean
  error: string | null
  notice?: ReactNode
  /** Further fields below the name; what is chosen in them comes with the form. */
  children?: ReactNode
  onSubmit: (name: string, fields: FormData) => void
  onCancel: () => void
}

/** The name, and whatever else is asked. What was typed stays when it is refused. */
export function NameForm({ initial, submit, pending, error, notice, children, onSubmit, onCancel }: Props) {
  const t = useTranslations()
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        onSubmit(String(fields.get('name')), fields)
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
      {children}
      <SubmitActions label={submit} disabled={pending} onCancel={onCancel} />
    </form>
  )
}
