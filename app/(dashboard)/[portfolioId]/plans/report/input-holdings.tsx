import { useTranslations } from 'next-intl'
import { usePriceSource } from '@/app/(dashboard)/[portfolioId]/plans/report/price-origin'
import { RowHead, Table, Td, Th } from '@/components/ui/table'
import { CalendarDate } from '@/components/values/date'
import { Percent } from '@/components/values/percent'
import { CONVERTED_PLACES, Price } from '@/components/values/price'
import { Quantity } from '@/components/values/quantity'
import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'
import type { Holding, Snapshot } from '@/lib/core/portfolio'
import { tradingOf } from '@/lib/core/trading'
import { WHOLE } from '@/lib/core/units'

/** The holdings of a plan's snapshot with their prices and dates, account by account. */
export function InputHoldings({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations('plans.inputs')
  const report = useTranslations('plans.report')
  return (
    <Table label={t('holdings')} className="[&_th]:whitespace-nowrap">
      <thead>
        <tr>
          <Th className="pl-4">{t('symbol')}</Th>
          <Th>{t('class')}</Th>
          <Th numeric>{report('quantity')}</Th>
          <Th numeric>{report('price')}</Th>
          <Th>{t('priceDate')}</Th>
          <Th className="pr-4">{t('source')}</Th>
        </tr>
      </thead>
      {snapshot.accounts.map((account) => (
        <tbody key={account.id}>
          <tr>
            <th
              scope="rowgroup"
              colSpan={6}
              className="h-8 border-b border-line px-4 text-left font-semibold text-muted"
            >
              {account.name}
            </th>
          </tr>
          {snapshot.holdings
            .filter((holding) => holding.accountId === account.id)
            .map((holding) => (
              <HoldingRow key={holding.id} holding={holding} currency={snapshot.currency} />
            ))}
        </tbody>
      ))}
    </Table>
  )
}

function HoldingRow({ holding, currency }: { holding: Holding; currency: string }) {
  const words = useTranslations('plans.moved.trading')
  const trading = tradingOf(holding)
  const units = useTranslations('units')
  const source = usePriceSource(holding.priceSource)
  return (
    <tr>
      <RowHead className="pl-4">
        {holding.symbol}
        {trading !== 'free' && <span className="ml-2 font-normal text-muted">{words(trading)}</span>}
      </RowHead>
      <Td className="min-w-36">{holding.split ? <SplitText split={holding.split} /> : units('unclassified')}</Td>
      <Td numeric>
        <Quantity value={holding.quantity} />
      </Td>
      <Td numeric>
        {holding.price === null ? (
          units('unpriced')
        ) : (
          <Price value={holding.price} currency={currency} {...(holding.quoted && { places: CONVERTED_PLACES })} />
        )}
        {holding.quoted && holding.quoted.price !== null && (
          <span className="block text-muted">
            <Price value={holding.quoted.price} currency={holding.quoted.currency} />
          </span>
        )}
      </Td>
      <Td>{holding.pricedOn && <CalendarDate value={holding.pricedOn} />}</Td>
      <Td className="pr-4">{source}</Td>
    </tr>
  )
}

/** One class by its name; several with their shares. */
function SplitText({ split }: { split: Weights }) {
  const t = useTranslations('units.assetClassShort')
  const held = ASSET_CLASSES.filter((c) => split[c] !== 0)
  return held.map((c, i) => (
    <span key={c}>
      {i > 0 && ' + '}
      {t(c)} {split[c] !== WHOLE && <Percent value={split[c]} decimals={0} />}
    </span>
  ))
}
