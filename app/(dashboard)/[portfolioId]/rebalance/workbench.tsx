import { useLocale, useTranslations } from 'next-intl'
import { PLAN_NAME_LENGTH } from '@/app/(dashboard)/[portfolioId]/plans/plan-name-length'
import type { Place } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import type { ChoiceText } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { Controls } from '@/app/(dashboard)/[portfolioId]/rebalance/controls'
import { Difference } from '@/app/(dashboard)/[portfolioId]/rebalance/difference'
import { LiveForm } from '@/app/(dashboard)/[portfolioId]/rebalance/live-form'
import { PreviewAnswer, PreviewBody } from '@/app/(dashboard)/[portfolioId]/rebalance/plan-preview'
import { Questions } from '@/app/(dashboard)/[portfolioId]/rebalance/questions'
import { readChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/read-choices'
import { SavePlan } from '@/app/(dashboard)/[portfolioId]/rebalance/save-plan'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { formatDate } from '@/components/values/format'
import type { ComputedPlan } from '@/lib/core/plan-document'
import type { Snapshot } from '@/lib/core/portfolio'
import type { Adoption } from '@/lib/core/targets'
import type { IsoDate } from '@/lib/core/units'
import { computePlan } from '@/lib/flows/preview-plan'
import { inputToCarry } from '@/lib/flows/save-plan'

interface Props {
  snapshot: Snapshot
  adoption: Adoption
  place: Place
  asOf: IsoDate
}

/** The choices at the left, and at the right the plan that follows from them. */
export function Workbench({ snapshot, adoption, place, asOf }: Props) {
  const t = useTranslations('rebalance')
  const { text } = place
  const read = readChoices(text)
  const computed = read.ok ? computePlan(snapshot, adoption, read.choices, asOf) : null
  const { portfolioId } = snapshot
  const faults = read.ok ? {} : read.faults
  return (
    <LiveForm
      label={t('controls.label')}
      defaults={place.defaults}
      pendingText={t('pending')}
      answer={<PreviewAnswer computed={computed} place={place} />}
      controls={
        <Controls
          portfolioId={portfolioId}
          text={text}
          faults={faults}
          accounts={snapshot.accounts}
          adoption={adoption}
          currency={snapshot.currency}
        />
      }
    >
      {computed && (
        <PreviewBody
          computed={computed}
          save={<SaveBox computed={computed} text={text} />}
          difference={<Difference computed={computed} place={place} />}
          questions={<Questions computed={computed} place={place} />}
        />
      )}
    </LiveForm>
  )
}

function SaveBox({ computed, text }: { computed: ComputedPlan; text: ChoiceText }) {
  const t = useTranslations('rebalance.save')
  const locale = useLocale()
  const originName = useOriginName()
  const { snapshot, adoption, policy, inputHash } = computed
  const date = formatDate(locale, policy.asOf)
  return (
    <SavePlan
      portfolioId={snapshot.portfolioId}
      defaultName={t('defaultName', { target: originName(adoption.origin), date }).slice(0, PLAN_NAME_LENGTH)}
      maxLength={PLAN_NAME_LENGTH}
      text={text}
      inputHash={inputHash}
      seen={inputToCarry(computed)}
      currency={snapshot.currency}
    />
  )
}
