'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { PasswordField } from '@/app/(auth)/password-field'
import { useFocusOnFault } from '@/app/(auth)/use-focus-on-fault'
import { useConfirm } from '@/app/(dashboard)/confirm/confirm-context'
import { deleteUserAction } from '@/app/(dashboard)/settings/actions'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { Refusal } from '@/lib/core/action-result'

/** Asks once more, and for the password of a user who has one. */
export function DeleteAccount({ demo, password }: { demo: boolean; password: boolean }) {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t(demo ? 'settings.delete.openDemo' : 'settings.delete.open')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('settings.delete.question')}
        closeLabel={t('common.action.close')}
      >
        <DeleteForm password={password} onCancel={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

type Refused = Pick<Refusal, 'fields'> & { code: Refusal['code'] | 'unexpected' }

/** Leaves by a full load: nothing of the deleted account stays in memory. */
async function tryDelete(form: FormData, confirm: ReturnType<typeof useConfirm>): Promise<Refused | null> {
  const password = String(form.get('password') ?? '')
  const deleted = await deleteUserAction({ password }).catch(() => ({ ok: false, code: 'unexpected' }) as const)
  if (!deleted.ok && deleted.code === 'confirm' && confirm) return (await confirm()) ? tryDelete(form, confirm) : null
  if (!deleted.ok) return deleted
  window.location.assign('/login?notice=accountDeleted')
  return null
}

function DeleteForm({ password, onCancel }: { password: boolean; onCancel: () => void }) {
  const t = useTranslations()
  const confirm = useConfirm()
  const [refused, submit, pending] = useActionState<Refused | null, FormData>(
    (_, form) => tryDelete(form, confirm),
    null,
  )
  const form = useFocusOnFault(refused)
  return (
    <form ref={form} action={submit} noValidate onReset={(event) => event.preventDefault()} className="grid gap-3">
      <p>{t('settings.delete.body')}</p>
      {refused && !refused.fields && (
        <Notice tone="error" live>
          {t(`common.failure.${refused.code}`)}
        </Notice>
      )}
      {password && (
        <PasswordField
          name="password"
          label={t('settings.delete.password')}
          autoComplete="current-password"
          error={refused?.fields && t('settings.password.wrong')}
        />
      )}
      <DialogActions>
        <Button onClick={onCancel}>{t('common.action.cancel')}</Button>
        <Button type="submit" variant="danger" disabled={pending}>
          {pending ? t('settings.delete.submitting') : t('settings.delete.submit')}
        </Button>
      </DialogActions>
    </form>
  )
}
