'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { confirmByCodeAction, confirmByPasswordAction } from '@/app/(dashboard)/confirm/actions'
import { useWorking } from '@/app/(dashboard)/confirm/use-working'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { Field, Input } from '@/components/ui/field'
import type { Refusal } from '@/lib/core/action-result'
import type { MessageKey } from '@/lib/i18n/message-key'

interface Props {
  kind: 'password' | 'code'
  onShown: () => void
  onCancel: () => void
}

const FIELD = {
  password: { type: 'password', autoComplete: 'current-password' },
  code: { type: 'text', autoComplete: 'one-time-code' },
} as const

const wordFor = ({ fields, code }: Refusal): MessageKey =>
  (Object.values(fields ?? {})[0] as MessageKey | undefined) ?? `common.failure.${code}`

/** The password, or a code of the authenticator app where there is none. */
export function SecretForm({ kind, onShown, onCancel }: Props) {
  const t = useTranslations()
  const field = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<MessageKey | null>(null)
  const [pending, start] = useWorking()
  useEffect(() => field.current?.focus(), [])
  const send = (typed: string) =>
    start(async () => {
      const act =
        kind === 'password' ? confirmByPasswordAction({ password: typed }) : confirmByCodeAction({ code: typed })
      const answer = await act.catch(() => null)
      if (answer?.ok) return onShown()
      setFault(answer ? wordFor(answer) : 'common.failure.unexpected')
      field.current?.focus()
    })
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        send(String(new FormData(event.currentTarget).get('secret')))
      }}
    >
      <Field label={t(`confirm.${kind}`)} error={fault && t(fault)}>
        <Input ref={field} name="secret" autoCapitalize="none" spellCheck={false} required {...FIELD[kind]} />
      </Field>
      <SubmitActions
        label={t(pending ? 'confirm.submitting' : 'confirm.submit')}
        disabled={pending}
        onCancel={onCancel}
      />
    </form>
  )
}
