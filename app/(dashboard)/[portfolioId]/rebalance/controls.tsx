import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  AS_ADOPTED,
  type ChoiceFaults,
  type ChoiceText,
  FLOWS,
} from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { LimitControls } from '@/app/(dashboard)/[portfolioId]/rebalance/limit-controls'
import { ModeControl } from '@/app/(dashboard)/[portfolioId]/rebalance/mode-control'
import { TargetSummary } from '@/app/(dashboard)/[portfolioId]/rebalance/target-summary'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { MoneyCurrency } from '@/lib/core/currency'
import type { Account } from '@/lib/core/portfolio'
import { type Adoption, DESTINATIONS } from '@/lib/core/targets'

export interface ControlsProps {
  portfolioId: string
  text: ChoiceText
  faults: ChoiceFaults
  /** Of the amounts that are typed. */
  currency: MoneyCurrency
}

/** What the plan may do. Every field keeps what was typed, readable or not. */
export function Controls({
  accounts,
  adoption,
  ...props
}: ControlsProps & { accounts: Account[]; adoption: Adoption }) {
  const t = useTranslations('rebalance')
  const fault = (field: keyof ChoiceText) => props.faults[field] && t(`fault.${props.faults[field]}`, { places: 2 })
  const units = useTranslations('units.destination')
  const currencies = useTranslations('units.currency')
  const { text } = props
  const destinations = [
    { value: AS_ADOPTED, label: t('controls.asAdopted', { destination: units(adoption.destination) }) },
    ...DESTINATIONS.filter((d) => d !== adoption.destination).map((value) => ({ value, label: units(value) })),
  ]
  return (
    <div className="grid gap-4 rounded-lg border border-line bg-surface p-4">
      <ModeControl text={text} />
      <Group title={t('controls.money')}>
        <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-start gap-2">
          <Field label={t('controls.flow')} error={fault('flow')}>
            <Select
              name="flow"
              defaultValue={text.flow}
              options={FLOWS.map((value) => ({ value, label: t(`controls.${value}`) }))}
            />
          </Field>
          <Field label={t('controls.amount')} error={fault('amount')}>
            <Input
              name="amount"
              defaultValue={text.amount}
              inputMode="decimal"
              autoComplete="off"
              className="amount-input text-right"
              placeholder="0.00"
            />
          </Field>
        </div>
        <p className="text-sm text-muted">{t('controls.amountHint', { currency: currencies(props.currency) })}</p>
        <Field label={t('controls.account')}>
          <Select
            name="account"
            defaultValue={text.account}
            options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </Group>
      <TargetSummary adoption={adoption} portfolioId={props.portfolioId} />
      <Field label={t('controls.destination')} hint={t('controls.destinationHint')} error={fault('to')}>
        <Select name="to" defaultValue={text.to} options={destinations} />
      </Field>
      <LimitControls {...props} />
      <noscript>
        <Button type="submit" variant="primary">
          {t('controls.apply')}
        </Button>
      </noscript>
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}
