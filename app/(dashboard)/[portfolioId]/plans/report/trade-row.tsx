import { useTranslations } from 'next-intl'
import { LotTable } from '@/app/(dashboard)/[portfolioId]/plans/report/lot-table'
import { PriceOrigin } from '@/app/(dashboard)/[portfolioId]/plans/report/price-origin'
import { Why } from '@/app/(dashboard)/[portfolioId]/plans/report/why'
import { Icon } from '@/components/ui/icon'
import { RowHead, Td } from '@/components/ui/table'
import { Money } from '@/components/values/money'
import { CONVERTED_PLACES, Price } from '@/components/values/price'
import { Quantity } from '@/components/values/quantity'
import type { Side, Trade } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { QuotedPrice } from '@/lib/core/portfolio'

const LOOK = {
  buy: { icon: 'arrow-up', color: 'text-positive' },
  sell: { icon: 'arrow-down', color: 'text-negative' },
} as const

interface Props {
  trade: Trade
  document: PlanDocument
  /** False in an account without tax on gains: there is nothing to estimate. */
  taxed: boolean
}

/** One trade, and below it why. On a phone the price and the tax stand in the line below. */
export function TradeRow({ trade, document, taxed }: Props) {
  const t = useTranslations('plans.report')
  const { currency } = document.snapshot
  const costly = document.plan.costs !== 0n
  const holding = document.snapshot.holdings.find((h) => h.id === trade.holdingId)
  const price = <TradePrice trade={trade} quoted={holding?.quoted} currency={currency} />
  const origin = holding && <PriceOrigin holding={holding} />
  return (
    <tbody className="align-top [&_td]:py-1.5 [&_th]:py-1.5">
      <tr className="[&>*]:border-b-0">
        <Td aria-hidden className="hidden pl-4 print:table-cell">
          <span className="inline-block size-3.5 border border-ink" />
        </Td>
        <RowHead className="pl-4">
          <SideMark side={trade.side} /> {trade.symbol}
          <span className="block font-normal text-muted">{trade.name}</span>
        </RowHead>
        <Td numeric>
          <Quantity value={trade.quantity} />
        </Td>
        <Td numeric className="max-sm:hidden">
          {price}
          <span className="block text-sm whitespace-nowrap text-muted">{origin}</span>
        </Td>
        <Td numeric>
          <Money value={trade.value} currency={currency} />
        </Td>
        {costly && (
          <Td numeric className="max-sm:hidden">
            <Money value={trade.cost} currency={currency} />
          </Td>
        )}
        <Td numeric className="pr-4 max-sm:hidden">
          <Tax trade={trade} taxed={taxed} currency={currency} />
        </Td>
      </tr>
      <tr>
        <Td className="hidden print:table-cell" />
        <Td colSpan={costly ? 6 : 5} className="h-auto! px-4 pt-0!">
          <p className="text-sm text-muted sm:hidden">
            {price} {origin}
            {trade.side === 'sell' && taxed && (
              <span className="block">
                {t.rich('taxOf', { tax: () => <Tax trade={trade} taxed={taxed} currency={currency} /> })}
              </span>
            )}
          </p>
          <Why trade={trade} currency={currency} />
          {trade.lots.length > 0 && <LotTable trade={trade} currency={currency} />}
        </Td>
      </tr>
    </tbody>
  )
}

/** In the portfolio's currency, and beside it as the security is quoted. */
function TradePrice({ trade, quoted, currency }: { trade: Trade; quoted: QuotedPrice | undefined; currency: string }) {
  if (!quoted || quoted.price === null) return <Price value={trade.price} currency={currency} />
  return (
    <>
      <Price value={quoted.price} currency={quoted.currency} />{' '}
      <span className="text-muted">
        (<Price value={trade.price} currency={currency} places={CONVERTED_PLACES} />)
      </span>
    </>
  )
}

function SideMark({ side }: { side: Side }) {
  const t = useTranslations('plans.report.side')
  const { icon, color } = LOOK[side]
  return (
    <span className={`whitespace-nowrap ${color}`}>
      <Icon name={icon} className="mr-0.5 inline size-3.5! align-[-2px]" />
      {t(side)}
    </span>
  )
}

function Tax({ trade, taxed, currency }: { trade: Trade; taxed: boolean; currency: string }) {
  const t = useTranslations('plans.report')
  if (trade.side === 'buy' || !taxed) return <span className="text-muted">–</span>
  if (trade.tax === null) return <span className="text-warning">{t('taxUnknown')}</span>
  return <Money value={trade.tax} currency={currency} />
}
