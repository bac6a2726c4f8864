import type { Choices } from '@/app/(dashboard)/[portfolioId]/policy/look-back/choices'
import type { PolicyReading } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import type { ClassLevels } from '@/lib/core/look-back/class-returns'
import { type LookBack, lookBack } from '@/lib/core/look-back/look-back'
import { statesByMonth } from '@/lib/core/look-back/periods'
import { builtInModel } from '@/lib/core/models'

/** The look back on what the policy pages know. */
export function runLookBack(reading: PolicyReading, { risk, ...terms }: Choices, own: ClassLevels): LookBack {
  return lookBack({
    series: reading.series,
    own,
    states: statesByMonth(reading.evaluations),
    models: {
      tightening: builtInModel(risk, 'tightening'),
      neutral: builtInModel(risk, 'neutral'),
      postQt: builtInModel(risk, 'postQt'),
    },
    terms,
    asOf: reading.asOf,
  })
}
