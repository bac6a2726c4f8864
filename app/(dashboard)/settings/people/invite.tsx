'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { newId } from '@/app/(dashboard)/new-id'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { NewSecret } from '@/app/(dashboard)/settings/new-secret'
import { inviteAction } from '@/app/(dashboard)/settings/people/actions'
import { NOTE_LENGTH } from '@/app/(dashboard)/settings/people/note-length'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'

/** Asks for whom it is, then shows the link, which lives no longer than the dialog. */
export function Invite() {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    setLink(null)
  }
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t('people.invitations.new')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t(link === null ? 'people.invitations.newTitle' : 'people.invitations.createdTitle')}
        closeLabel={t('common.action.close')}
      >
        {link === null ? (
          <InviteForm onInvited={setLink} onCancel={close} />
        ) : (
          <NewSecret secret={link} words="people.invitations" onDone={close} />
        )}
      </Dialog>
    </>
  )
}

function InviteForm({ onInvited, onCancel }: { onInvited: (link: string) => void; onCancel: () => void }) {
  const t = useTranslations('people.invitations')
  const { pending, run } = useAction()
  const { error, catchError } = useFieldError('note')
  const [key] = useState(newId)
  const create = (form: FormData) =>
    run(() => inviteAction({ key, note: String(form.get('note')) }), { done: onInvited, refused: catchError })
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        create(new FormData(event.currentTarget))
      }}
    >
      <Field label={t('note')} hint={t('noteHint')} error={error}>
        <Input name="note" maxLength={NOTE_LENGTH} autoComplete="off" />
      </Field>
      <SubmitActions label={t(pending ? 'creating' : 'create')} disabled={pending} onCancel={onCancel} />
    </form>
  )
}
