import { useTranslations } from 'next-intl'
import { DerivationInputs } from '@/app/(dashboard)/[portfolioId]/targets/derivation-inputs'
import { DerivationSteps } from '@/app/(dashboard)/[portfolioId]/targets/derivation-steps'
import { DerivationTable } from '@/app/(dashboard)/[portfolioId]/targets/derivation-table'
import { Section } from '@/components/ui/card'
import { deriveModel } from '@/lib/core/model-derivation'
import type { RiskLevel } from '@/lib/core/models'

/** How each weight of a risk level's models came about: computed here from the inputs, not copied. */
export function DerivationPanel({ risk }: { risk: RiskLevel }) {
  const t = useTranslations()
  const derivation = deriveModel(risk)
  return (
    <Section
      title={t('targets.derivation.title', { risk: t(`units.risk.${risk}`) })}
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
