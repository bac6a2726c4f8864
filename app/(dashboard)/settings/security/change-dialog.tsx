'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EndOthersChoice, wantsOthersEnded } from '@/app/(dashboard)/settings/security/end-others-choice'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { toastDone } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/core/action-result'

interface Props {
  /** The button's word, and its name where the word stands in many rows. */
  open: string
  named?: string
  title: string
  body: string
  submit: string
  /** What is said when it is done. */
  done: string
  act: (endOthers: boolean) => Promise<ActionResult>
}

/** A button that takes a way in away, after a question. */
export function ChangeDialog({ open, named, title, body, submit, done, act }: Props) {
  const t = useTranslations('common.action')
  const [shown, setShown] = useState(false)
  const { pending, run } = useAction()
  const close = () => setShown(false)
  const change = (form: FormData) =>
    run(() => act(wantsOthersEnded(form)), {
      done: () => {
        close()
        toastDone(done)
      },
    })
  return (
    <>
      <Button variant="quiet" aria-label={named} onClick={() => setShown(true)}>
        {open}
      </Button>
      <Dialog open={shown} onClose={close} title={title} closeLabel={t('close')}>
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            change(new FormData(event.currentTarget))
          }}
        >
          <p>{body}</p>
          <EndOthersChoice />
          <DialogActions>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="submit" variant="danger" disabled={pending}>
              {submit}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  )
}
