'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { newId } from '@/app/(dashboard)/new-id'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { createTokenAction } from '@/app/(dashboard)/settings/actions'
import { NewSecret } from '@/app/(dashboard)/settings/new-secret'
import { TOKEN_DAYS, TOKEN_NAME_LENGTH, USUAL_DAYS } from '@/app/(dashboard)/settings/token-choices'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

/** Asks for a name and a term, then shows the secret, which lives no longer than the dialog. */
export function CreateToken() {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    setSecret(null)
  }
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t('settings.tokens.new')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t(secret === null ? 'settings.tokens.newTitle' : 'settings.tokens.createdTitle')}
        closeLabel={t('common.action.close')}
      >
        {secret === null ? (
          <TokenForm onCreated={setSecret} onCancel={close} />
        ) : (
          <NewSecret secret={secret} words="settings.tokens" onDone={close} />
        )}
      </Dialog>
    </>
  )
}

function TokenForm({ onCreated, onCancel }: { onCreated: (secret: string) => void; onCancel: () => void }) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const { error, catchError } = useFieldError('name')
  const [key] = useState(newId)
  const create = (form: FormData) => {
    const chosen = TOKEN_DAYS.find((choice) => String(choice) === form.get('days'))
    const days = chosen === undefined ? USUAL_DAYS : chosen
    const name = String(form.get('name'))
    run(() => createTokenAction({ key, name, days }), { done: onCreated, refused: catchError })
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        create(new FormData(event.currentTarget))
      }}
    >
      <Field label={t('settings.tokens.name')} hint={t('settings.tokens.nameHint')} error={error}>
        <Input name="name" maxLength={TOKEN_NAME_LENGTH} autoComplete="off" />
      </Field>
      <Field label={t('settings.tokens.validity')}>
        <Select
          name="days"
          defaultValue={String(USUAL_DAYS)}
          options={TOKEN_DAYS.map((days) => ({
            value: String(days),
            label: days === null ? t('settings.tokens.unlimited') : t('settings.tokens.days', { count: days }),
          }))}
        />
      </Field>
      <DialogActions>
        <Button onClick={onCancel}>{t('common.action.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={pending}>
          {t(pending ? 'settings.tokens.creating' : 'settings.tokens.create')}
        </Button>
      </DialogActions>
    </form>
  )
}
