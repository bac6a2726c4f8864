import { useLocale, useTranslations } from 'next-intl'
import { DerivationInputs } from '@/app/(dashboard)/[portfolioId]/targets/derivation-inputs'
import { DerivationSteps } from '@/app/(dashboard)/[portfolioId]/targets/derivation-steps'
import { DerivationTable } from '@/app/(dashboard)/[portfolioId]/targets/derivation-table'
import { Section } from '@/components/ui/card'
import { formatRatio } from '@/components/values/format'
import type { Conviction } from '@/lib/core/conviction'
import { deriveModel } from '@/lib/core/model-derivation'
import type { RiskLevel } from '@/lib/core/models'

interface Props {
  risk: RiskLevel
  conviction: Conviction
}

/** How each weight of a risk level's models came about at a conviction: computed here from the inputs, not copied. */
export function DerivationPanel({ risk, conviction }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const derivation = deriveModel(risk, conviction)
  return (
    <Section
      title={t('targets.derivation.title', {
        risk: t(`units.risk.${risk}`),
        conviction: formatRatio(locale, conviction),
      })}
      description={t('targets.derivation.description')}
    >
      <DerivationTable derivation={derivation} />
      <details className="rounded-lg border border-line bg-surface">
        <summary className="px-3 py-2 font-semibold">{t('targets.derivation.steps.title')}</summary>
        <div className="grid gap-4 border-t border-line p-3">
          <DerivationSteps risk={risk} derivation={derivation} />
          <DerivationInputs />
        </div>
      </details>
    </Section>
  )
}
