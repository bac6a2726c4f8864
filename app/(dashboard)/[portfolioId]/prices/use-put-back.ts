'use client'

import { useTranslations } from 'next-intl'
import { putPricesBackAction } from '@/app/(dashboard)/[portfolioId]/prices/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { toastDone, toastUndo } from '@/components/ui/toast'
import { isPriceSource } from '@/lib/core/holding-fields'
import type { PriceSave } from '@/lib/db/price-holdings'

/** Says what was done to prices, and offers to put them back. */
export function usePutBack(portfolioId: string): (message: string, former: readonly PriceSave[]) => void {
  const t = useTranslations()
  const { run } = useAction()
  return (message, former) => {
    if (former.length === 0) return toastDone(message)
    const known = former.map(({ priceSource, ...rest }) => ({
      ...rest,
      priceSource: priceSource !== null && isPriceSource(priceSource) ? priceSource : null,
    }))
    const putBack = () =>
      run(() => putPricesBackAction({ portfolioId, former: known }), { done: () => toastDone(t('prices.putBack')) })
    toastUndo(message, { label: t('common.action.undo'), run: putBack })
  }
}
