'use client'

import { useTranslations } from 'next-intl'
import { removeRateAction, restoreRateAction } from '@/app/(dashboard)/[portfolioId]/prices/rates/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { IconButton } from '@/components/ui/button'
import { toastUndo } from '@/components/ui/toast'
import type { RateQuote } from '@/lib/core/fx'

/** Removes one of the user's own rates at once; it can be taken back. */
export function RemoveRate({ rate: given }: { rate: RateQuote & { source: 'manual' | 'file' } }) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const { rate, ...key } = given
  const { currency, quote } = key
  const restore = () => run(() => restoreRateAction({ ...key, rate }))
  const remove = () =>
    run(() => removeRateAction(key), {
      done: () =>
        toastUndo(t('currencies.stored.removed', { currency, quote }), {
          label: t('common.action.undo'),
          run: restore,
        }),
    })
  return (
    <IconButton
      icon="trash"
      label={t('currencies.stored.remove', { currency, quote })}
      disabled={pending}
      onClick={remove}
    />
  )
}
