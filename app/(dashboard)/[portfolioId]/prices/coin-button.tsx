'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { nameCoinAction } from '@/app/(dashboard)/[portfolioId]/prices/actions'
import { useFieldError } from '@/app/(dashboard)/portfolios/use-field-error'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { toastDone } from '@/components/ui/toast'

interface Props {
  symbol: string
  /** Null when it is not known. */
  coin: string | null
}

/** Which coin a symbol is: asked where the letters alone do not say it, and remembered. */
export function CoinButton({ symbol, coin }: Props) {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const { pending, run } = useAction()
  const { error, catchError, clear } = useFieldError('coin')
  const close = () => {
    setOpen(false)
    clear()
  }
  const save = (id: string) =>
    run(() => nameCoinAction({ symbol, coin: id }), {
      done: () => {
        close()
        toastDone(id === '' ? t('prices.coin.forgotten', { symbol }) : t('prices.coin.saved', { symbol, id }))
      },
      refused: catchError,
    })
  return (
    <>
      <Button
        variant="quiet"
        aria-label={t('prices.coin.name', { symbol })}
        onClick={() => setOpen(true)}
        className="text-sm"
      >
        {coin === null ? t('prices.coin.ask') : t('prices.coin.change', { id: coin })}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t('prices.coin.title', { symbol })}
        closeLabel={t('common.action.close')}
      >
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            save(String(new FormData(event.currentTarget).get('coin')).trim().toLowerCase())
          }}
        >
          <p className="text-muted">{t('prices.coin.description')}</p>
          <Field label={t('prices.coin.label')} error={error}>
            <Input name="coin" defaultValue={coin ?? ''} autoComplete="off" spellCheck={false} required />
          </Field>
          <SubmitActions label={t('prices.coin.save')} disabled={pending} onCancel={close}>
            {coin !== null && (
              <Button variant="quiet" disabled={pending} onClick={() => save('')}>
                {t('prices.coin.forget')}
              </Button>
            )}
          </SubmitActions>
        </form>
      </Dialog>
    </>
  )
}
