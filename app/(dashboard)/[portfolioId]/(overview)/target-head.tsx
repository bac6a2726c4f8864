import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { MarkIcon } from '@/components/charts/strip-marks'
import { Th } from '@/components/ui/table'

/** The head over the columns of the adopted target, which names it; without one it says so. */
export function TargetHead({ view }: { view: View }) {
  const t = useTranslations('overview')
  const originName = useOriginName()
  if (view.adoption) {
    return (
      <Th colSpan={4} scope="colgroup" className="border-b-0! border-l pt-2 text-center!">
        <MarkIcon mark="target" /> {t('table.adopted', { target: originName(view.adoption.origin) })}
      </Th>
    )
  }
  return (
    <Th rowSpan={2} className="border-l pt-2 text-center! whitespace-nowrap">
      {t('headline.noTarget')}
    </Th>
  )
}

/** In the place of the target's columns, beside all rows: the one next action. */
export function NoTargetCell({ view, rows }: { view: View; rows: number }) {
  const t = useTranslations('overview')
  return (
    <td rowSpan={rows} className="border-b border-l border-line px-4 text-center align-middle">
      <Link className="font-semibold whitespace-nowrap text-accent underline" href={`/${view.portfolio.id}/targets`}>
        {t('adoptTarget')}
      </Link>
    </td>
  )
}
