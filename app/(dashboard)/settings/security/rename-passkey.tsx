'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { renamePasskeyAction } from '@/app/(dashboard)/settings/security/passkey-actions'
import { PASSKEY_NAME_LENGTH } from '@/app/(dashboard)/settings/security/passkey-name'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { toastDone } from '@/components/ui/toast'

export function RenamePasskey({ id, name }: { id: string; name: string }) {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const { pending, run } = useAction()
  const { error, catchError } = useFieldError('name')
  const close = () => setOpen(false)
  const rename = (next: string) =>
    run(() => renamePasskeyAction({ id, name: next }), {
      done: () => {
        close()
        toastDone(t('factors.passkeys.renamed', { name: next.trim() }))
      },
      refused: catchError,
    })
  return (
    <>
      <Button variant="quiet" aria-label={t('factors.passkeys.renameNamed', { name })} onClick={() => setOpen(true)}>
        {t('factors.passkeys.rename')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t('factors.passkeys.renameTitle', { name })}
        closeLabel={t('common.action.close')}
      >
        <form
          noValidate
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            rename(String(new FormData(event.currentTarget).get('name')))
          }}
        >
          <Field label={t('factors.passkeys.name')} error={error}>
            <Input name="name" defaultValue={name} maxLength={PASSKEY_NAME_LENGTH} autoComplete="off" />
          </Field>
          <SubmitActions label={t('common.action.rename')} disabled={pending} onCancel={close} />
        </form>
      </Dialog>
    </>
  )
}
