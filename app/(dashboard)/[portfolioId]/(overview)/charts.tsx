import { useTranslations } from 'next-intl'
import { DriftFigure } from '@/app/(dashboard)/[portfolioId]/(overview)/drift-figure'
import { MovesFigure } from '@/app/(dashboard)/[portfolioId]/(overview)/moves-figure'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { WeightsFigure } from '@/app/(dashboard)/[portfolioId]/(overview)/weights-figure'

/** Three in a row where there is room; before that the third has a row to itself. */
const THREE = 'xl:grid-cols-3 lg:max-xl:[&>:nth-child(3)]:col-span-2'

/** The table once more, for the eye. Without a net value there is nothing to draw. */
export function Charts({ view }: { view: View }) {
  const t = useTranslations('charts')
  if (view.overview.comparison.breakdown.weights === null) return null
  return (
    <section
      aria-label={t('label')}
      className={`grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2 ${view.adoption ? THREE : ''}`}
    >
      <WeightsFigure view={view} />
      {view.adoption && <DriftFigure view={view} />}
      <MovesFigure view={view} />
    </section>
  )
}
