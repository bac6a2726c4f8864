'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'

interface Props {
  name: string
  label: string
  autoComplete: 'current-password' | 'new-password'
  hint?: ReactNode
  error?: ReactNode
}

/** A password with a button that shows it. Password managers fill it, and know the rule for a new one. */
export function PasswordField({ name, label, autoComplete, hint, error }: Props) {
  const t = useTranslations('auth.form')
  const [shown, setShown] = useState(false)
  const rule = autoComplete === 'new-password' ? { passwordrules: 'minlength: 15; maxlength: 128;' } : {}
  return (
    <div className="relative">
      <Field label={label} hint={hint} error={error}>
        <Input
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          className="h-9 pr-10"
          {...rule}
        />
      </Field>
      <IconButton
        icon={shown ? 'eye-off' : 'eye'}
        label={shown ? t('hidePassword') : t('showPassword')}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-[calc(var(--text-sm--line-height)+0.25rem+2px)] right-0.5"
      />
    </div>
  )
}
