'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { takePriceAction } from '@/app/(dashboard)/[portfolioId]/prices/actions'
import { usePutBack } from '@/app/(dashboard)/[portfolioId]/prices/use-put-back'
import { useAction } from '@/app/(dashboard)/use-action'
import { CalendarDate } from '@/components/values/date'
import { Price } from '@/components/values/price'
import { isArguable, readCurrency } from '@/lib/core/check-price'
import { decimalText } from '@/lib/core/decimal'
import type { PriceFault } from '@/lib/db/price-quotes'
import type { MessageKey } from '@/lib/i18n/message-key'

interface Props {
  portfolioId: string
  holdingId: string
  fault: PriceFault
}

const ACT = 'text-accent underline disabled:opacity-55'

/** What a source said that was not taken, why, and what can be done about it. */
export function FaultLine({ portfolioId, holdingId, fault }: Props) {
  const t = useTranslations()
  const { symbol, source, code, price, currency, date } = fault
  const name = t(`units.priceSource.${source}`)
  const reason = `prices.fault.${code}` as MessageKey
  return (
    <span className={`block text-sm ${code === 'manual' ? 'text-muted' : 'text-warning'}`}>
      {price !== null && date && (
        <>
          {t.rich('prices.fault.said', {
            source: name,
            price: () => (
              <>
                <Price value={price} currency={null} /> {currency && (readCurrency(currency) ?? currency)}
              </>
            ),
            date: () => <CalendarDate value={date} />,
          })}{' '}
        </>
      )}
      {t.has(reason)
        ? t(reason as 'prices.fault.timeout', { source: name })
        : t('prices.fault.refused', { source: name })}{' '}
      {price !== null && isArguable(code) && <TakeIt portfolioId={portfolioId} fault={fault} name={name} />}{' '}
      <Link
        href={`/${portfolioId}/holdings#row-${holdingId}`}
        aria-label={t('prices.fault.enterName', { symbol })}
        className={ACT}
      >
        {t('prices.fault.enter')}
      </Link>
    </span>
  )
}

function TakeIt({ portfolioId, fault, name }: Omit<Props, 'holdingId'> & { name: string }) {
  const t = useTranslations('prices.fault')
  const { pending, run } = useAction()
  const offerBack = usePutBack(portfolioId)
  const { symbol, source, price } = fault
  const take = () =>
    run(() => takePriceAction({ portfolioId, symbol, source, price: decimalText(price ?? 0n) }), {
      done: (former) => offerBack(t('taken', { symbol }), former),
    })
  return (
    <button
      type="button"
      disabled={pending}
      aria-label={t('takeName', { symbol, source: name })}
      onClick={take}
      className={ACT}
    >
      {t('take')}
    </button>
  )
}
