import { AssetScore } from '@/app/(dashboard)/[portfolioId]/policy/thesis/asset-score'
import { ClaimList } from '@/app/(dashboard)/[portfolioId]/policy/thesis/claim-list'
import { TimerTable } from '@/app/(dashboard)/[portfolioId]/policy/thesis/timer-table'
import type { StoredSeries } from '@/lib/core/feed-series'
import type { ClassLevels } from '@/lib/core/look-back/class-returns'
import { assetTable } from '@/lib/core/thesis/asset-table'
import { timers } from '@/lib/core/thesis/timers'
import { assessThesis } from '@/lib/core/thesis/verdicts'
import type { IsoDate } from '@/lib/core/units'

interface Props {
  series: StoredSeries
  own: ClassLevels
  start: IsoDate
  asOf: IsoDate
}

/** The trial itself: claims, windows and the six-row table, with the user's own prices where given. */
export function ThesisResult(input: Props) {
  return (
    <>
      <ClaimList assessments={assessThesis(input)} />
      <TimerTable timers={timers(input)} />
      <AssetScore table={assetTable(input)} />
    </>
  )
}
