import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { Instant } from '@/components/values/date'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { type Adoption, halfWidth } from '@/lib/core/targets'
import { bps, MILLION, WHOLE } from '@/lib/core/units'

/** The adopted target that the plan steers to, with its bands; it is changed where targets are adopted. */
export function TargetSummary({ adoption, portfolioId }: { adoption: Adoption; portfolioId: string }) {
  const t = useTranslations('rebalance.controls')
  const units = useTranslations('units.assetClass')
  const originName = useOriginName()
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('target')}</h2>
      <p>
        {t.rich('targetAdopted', {
          name: () => <span className="font-semibold">{originName(adoption.origin)}</span>,
          when: () => <Instant value={adoption.adoptedAt} shows="date" />,
        })}
      </p>
      <table className="my-1 w-full text-sm">
        <caption className="sr-only">{t('targetTable')}</caption>
        <tbody>
          {ASSET_CLASSES.map((c) => (
            <tr key={c}>
              <th scope="row" className="py-px text-left font-normal text-muted">
                {units(c)}
              </th>
              <td className="text-right">
                <Percent value={adoption.weights[c]} />
              </td>
              <td className="pl-2 text-right whitespace-nowrap text-muted">
                ± <Percent value={bandOf(adoption, c)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link href={`/${portfolioId}/targets`} className="text-accent underline-offset-2 hover:underline">
        {t('changeTarget')}
      </Link>
    </section>
  )
}

const bandOf = ({ weights, bands }: Adoption, c: (typeof ASSET_CLASSES)[number]) =>
  bps(Math.round(halfWidth(weights[c], bands[c]) / (MILLION / WHOLE)))
