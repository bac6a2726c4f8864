import { Coverage } from '@/app/(dashboard)/[portfolioId]/policy/look-back/coverage'
import { GrowthFigure } from '@/app/(dashboard)/[portfolioId]/policy/look-back/growth-figure'
import { StrategyTable } from '@/app/(dashboard)/[portfolioId]/policy/look-back/strategy-table'
import type { LookBack } from '@/lib/core/look-back/look-back'

/** The figures behind the finding, and what they rest on. */
export function LookBackResult({ result }: { result: LookBack }) {
  return (
    <>
      {result.kind === 'compared' && (
        <>
          <StrategyTable result={result} />
          <GrowthFigure result={result} />
        </>
      )}
      <Coverage coverage={result.coverage} />
    </>
  )
}
