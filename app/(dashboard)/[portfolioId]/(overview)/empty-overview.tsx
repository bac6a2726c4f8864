import { useTranslations } from 'next-intl'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { RegimeStrip } from '@/components/charts/regime-strip'
import { type StripRow, stripScale } from '@/components/charts/strip-scale'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES, weights } from '@/lib/core/asset-class'
import { regimePair } from '@/lib/core/models'

/** Before anything is held: the one next action, beside a portfolio as it could be. */
export function EmptyOverview({ portfolioId }: { portfolioId: string }) {
  const t = useTranslations('overview')
  const action = (
    <ButtonLink variant="primary" href={`/${portfolioId}/holdings`}>
      {t('empty.action')}
    </ButtonLink>
  )
  return (
    <>
      <h1 className="mb-4 text-xl">{t('title')}</h1>
      <EmptyState title={t('empty.title')} body={t('empty.body')} action={action} example={<Example />} />
    </>
  )
}

const HELD = weights({ growth: 3420, tech: 2800, longBonds: 660, digital: 310, moneyFunds: 2040, alternatives: 770 })

function Example() {
  const { tightening, postQt } = regimePair('balanced')
  const rows = ASSET_CLASSES.map(
    (c): StripRow => ({ assetClass: c, weight: HELD[c], tightening: tightening[c], postQt: postQt[c], adopted: null }),
  )
  const scale = stripScale(rows)
  return (
    <table className="w-full">
      <tbody>
        {rows.map((row) => (
          <tr key={row.assetClass}>
            <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">
              <ClassName assetClass={row.assetClass} short="always" />
            </th>
            <td className="w-full px-2">
              <RegimeStrip row={row} scale={scale} label="" />
            </td>
            <td className="pl-4 text-right">
              <Percent value={HELD[row.assetClass]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
