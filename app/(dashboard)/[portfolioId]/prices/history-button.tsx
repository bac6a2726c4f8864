'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { priceHistoryAction } from '@/app/(dashboard)/[portfolioId]/prices/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { Price } from '@/components/values/price'
import type { PriceQuote } from '@/lib/db/price-quotes'

/** The last prices of a symbol by day, as they were fetched or dropped. */
export function HistoryButton({ symbol }: { symbol: string }) {
  const t = useTranslations()
  const { pending, run } = useAction()
  const [quotes, setQuotes] = useState<PriceQuote[] | null>(null)
  const show = () => run(() => priceHistoryAction({ symbol }), { done: setQuotes })
  return (
    <>
      <Button
        variant="quiet"
        disabled={pending}
        aria-label={t('prices.history.openName', { symbol })}
        onClick={show}
        className="text-sm"
      >
        {t('prices.history.open')}
      </Button>
      <Dialog
        open={quotes !== null}
        onClose={() => setQuotes(null)}
        title={t('prices.history.title', { symbol })}
        closeLabel={t('common.action.close')}
      >
        {quotes && quotes.length > 0 ? (
          <Quotes quotes={quotes} label={t('prices.history.title', { symbol })} />
        ) : (
          <p className="text-muted">{t('prices.history.none', { symbol })}</p>
        )}
      </Dialog>
    </>
  )
}

function Quotes({ quotes, label }: { quotes: PriceQuote[]; label: string }) {
  const t = useTranslations()
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t('prices.history.date')}</Th>
          <Th numeric>{t('prices.history.price')}</Th>
          <Th>{t('prices.history.source')}</Th>
        </tr>
      </thead>
      <tbody>
        {quotes.map(({ date, price, currency, source }) => (
          <Tr key={`${date} ${source}`}>
            <Td>
              <CalendarDate value={date} />
            </Td>
            <Td numeric>
              <Price value={price} currency={null} /> {currency}
            </Td>
            <Td className="text-muted">{t(`units.priceSource.${source}`)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
