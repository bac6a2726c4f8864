import { useTranslations } from 'next-intl'
import { type Choices, MOST_COST } from '@/app/(dashboard)/[portfolioId]/policy/look-back/choices'
import { policyPath } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { REBALANCING } from '@/lib/core/look-back/strategies'
import { RISK_LEVELS } from '@/lib/core/models'

/** The terms of the look back; they stand in the address, so that a link keeps them. */
export function TermsForm({ portfolioId, choices }: { portfolioId: string; choices: Choices }) {
  const t = useTranslations('policy.lookBack')
  const terms = useTranslations('lookBack.terms')
  const risks = useTranslations('units.risk')
  return (
    <form
      method="get"
      action={policyPath(portfolioId, 'lookBack')}
      className="flex flex-wrap items-start gap-x-4 gap-y-3 print:hidden"
    >
      <Field label={t('risk')}>
        <Select
          name="risk"
          defaultValue={choices.risk}
          options={RISK_LEVELS.map((value) => ({ value, label: risks(value) }))}
        />
      </Field>
      <Field label={terms('rebalancing')}>
        <Select
          name="trade"
          defaultValue={choices.rebalancing}
          options={REBALANCING.map((value) => ({ value, label: terms(value) }))}
        />
      </Field>
      <Field label={terms('cost')} hint={t('costHint')}>
        <Input
          type="number"
          name="cost"
          min={0}
          max={MOST_COST}
          step={1}
          required
          defaultValue={choices.costBps}
          className="max-w-28"
        />
      </Field>
      <Button type="submit" className="sm:mt-[1.375rem]">
        {t('apply')}
      </Button>
    </form>
  )
}
