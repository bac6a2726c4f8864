'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { EndOthersChoice, wantsOthersEnded } from '@/app/(dashboard)/settings/security/end-others-choice'
import { makePasskey } from '@/app/(dashboard)/settings/security/make-passkey'
import { addPasskeyAction, askNewPasskeyAction } from '@/app/(dashboard)/settings/security/passkey-actions'
import { PASSKEY_NAME_LENGTH } from '@/app/(dashboard)/settings/security/passkey-name'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import { type ActionResult, refusal } from '@/lib/core/action-result'

export function AddPasskey() {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t('factors.passkeys.add')}
      </Button>
      <Dialog open={open} onClose={close} title={t('factors.passkeys.addTitle')} closeLabel={t('common.action.close')}>
        <PasskeyForm onDone={close} />
      </Dialog>
    </>
  )
}

interface Given {
  name: string
  endOthers: boolean
}

function PasskeyForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('factors.passkeys')
  const { pending, run } = useAction()
  const { error, catchError } = useFieldError('name')
  const [fault, setFault] = useState<string | null>(null)
  const add = async (given: Given): Promise<ActionResult> => {
    setFault(null)
    const asked = await askNewPasskeyAction({})
    if (!asked.ok) return asked
    const made = await makePasskey(asked.value)
    if ('answer' in made) return addPasskeyAction({ ...given, answer: made.answer })
    setFault(t(made.fault, { origin: asked.value.origin }))
    return refusal('invalid')
  }
  const submit = (form: FormData) => {
    const given = { name: String(form.get('name')), endOthers: wantsOthersEnded(form) }
    run(() => add(given), {
      done: () => {
        onDone()
        toastDone(t('added', { name: given.name.trim() }))
      },
      refused: (refused) => {
        if (refused.code === 'forbidden') setFault(t('refused'))
        // What the device itself would not do is said already.
        return catchError(refused) || refused.code === 'forbidden' || refused.code === 'invalid'
      },
    })
  }
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <p>{t('addBody')}</p>
      {fault && (
        <Notice tone="error" live>
          {fault}
        </Notice>
      )}
      <Field label={t('name')} hint={t('nameHint')} error={error}>
        <Input name="name" maxLength={PASSKEY_NAME_LENGTH} autoComplete="off" />
      </Field>
      <EndOthersChoice />
      <SubmitActions label={t(pending ? 'creating' : 'create')} disabled={pending} onCancel={onDone} />
    </form>
  )
}
