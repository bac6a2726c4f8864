import { useLocale, useTranslations } from 'next-intl'
import { PLAN_NAME_LENGTH } from '@/app/(dashboard)/[portfolioId]/plans/plan-name-length'
import { CHOICE_FIELDS, type ChoiceText, readChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { Controls } from '@/app/(dashboard)/[portfolioId]/rebalance/controls'
import { LiveForm } from '@/app/(dashboard)/[portfolioId]/rebalance/live-form'
import { PreviewAnswer, PreviewBody } from '@/app/(dashboard)/[portfolioId]/rebalance/plan-preview'
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
  text: ChoiceText
  defaults: ChoiceText
  asOf: IsoDate
}

/** The choices at the left, and at the right the plan that follows from them. */
export function Workbench({ snapshot, adoption, text, defaults, asOf }: Props) {
  const t = useTranslations('rebalance')
  const read = readChoices(text)
  const computed = read.ok ? computePlan(snapshot, adoption, read.choices, asOf) : null
  const { portfolioId } = snapshot
  const faults = read.ok ? {} : read.faults
  const search = new URLSearchParams(CHOICE_FIELDS.filter((f) => text[f] !== defaults[f]).map((f) => [f, text[f]]))
  return (
    <LiveForm
      label={t('controls.label')}
      defaults={defaults}
      pendingText={t('pending')}
      answer={<PreviewAnswer computed={computed} search={search} />}
      controls={
        <Controls
          portfolioId={portfolioId}
          text={text}
          faults={faults}
          accounts={snapshot.accounts}
          adoption={adoption}
        />
      }
    >
      <PreviewBody computed={computed} save={computed && <SaveBox computed={computed} text={text} />} />
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
    />
  )
}
