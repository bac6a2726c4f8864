'use client'

import { useTranslations } from 'next-intl'
import { changeBaseCurrencyAction } from '@/app/(dashboard)/portfolios/actions'
import { BaseCurrencyField, currencyIn } from '@/app/(dashboard)/portfolios/base-currency-field'
import { SubmitActions } from '@/app/(dashboard)/submit-actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Dialog } from '@/components/ui/dialog'
import { toastDone, toastUndo } from '@/components/ui/toast'
import type { MoneyCurrency } from '@/lib/core/currency'

interface Props {
  id: string
  name: string
  baseCurrency: MoneyCurrency
  open: boolean
  onClose: () => void
}

/** Says what counting in another currency means, and does it; it can be taken back. */
export function ChangeBaseCurrency({ id, name, baseCurrency, open, onClose }: Props) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const done = (currency: MoneyCurrency) => t('currencies.base.done', { name, currency })
  const restore = () =>
    run(() => changeBaseCurrencyAction({ id, baseCurrency }), { done: () => toastDone(done(baseCurrency)) })
  const change = (chosen: MoneyCurrency) => {
    if (chosen === baseCurrency) return onClose()
    run(() => changeBaseCurrencyAction({ id, baseCurrency: chosen }), {
      done: () => {
        toastUndo(done(chosen), { label: t('common.action.undo'), run: restore })
        onClose()
      },
    })
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('currencies.base.title', { name })}
      closeLabel={t('common.action.close')}
    >
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          change(currencyIn(new FormData(event.currentTarget)))
        }}
      >
        <p className="max-w-prose">{t('currencies.base.explain')}</p>
        <BaseCurrencyField initial={baseCurrency} />
        <SubmitActions label={t('common.action.save')} disabled={pending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
