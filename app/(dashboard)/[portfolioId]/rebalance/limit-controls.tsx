import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  type ChoiceField,
  defaultChoices,
  PICKS,
  PLACES,
  TICKED,
} from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import type { ControlsProps } from '@/app/(dashboard)/[portfolioId]/rebalance/controls'
import { Fold } from '@/app/(dashboard)/[portfolioId]/rebalance/fold'
import { Checkbox } from '@/components/ui/checkbox'
import { Field, Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

const LIMITS = ['min', 'age', 'short', 'long'] as const
const COSTS = ['fee', 'spread', 'cap'] as const
const TAXES = ['tax', 'credit', 'loc'] as const
const HINTS = {
  ...({ min: 'minHint', age: 'ageHint', short: null, long: null } as const),
  ...({ fee: 'feeHint', spread: 'spreadHint', cap: 'capHint' } as const),
  ...({ tax: 'taxWeightHint', credit: 'creditHint', loc: 'locHint' } as const),
}
const TWO_PLACES = 2

/** Folded away while all of it is as usual: then it is an assumption that one can look up. */
export function LimitControls(props: ControlsProps) {
  const t = useTranslations('rebalance.controls')
  const { text } = props
  return (
    <>
      <Group {...props} title={t('limits')} fields={LIMITS}>
        <div className="grid grid-cols-2 items-start gap-2">
          {LIMITS.map((field) => (
            <NumberField key={field} field={field} {...props} />
          ))}
        </div>
        <p className="text-sm text-muted">{t('taxHint')}</p>
      </Group>
      <Group {...props} title={t('costs')} fields={COSTS}>
        {COSTS.map((field) => (
          <NumberField key={field} field={field} {...props} />
        ))}
      </Group>
      <Group {...props} title={t('weighing')} fields={[...TAXES, 'net', 'pick']}>
        <NumberField field="tax" {...props} />
        <NumberField field="credit" {...props} />
        <Checkbox name="net" value={TICKED} defaultChecked={text.net === TICKED} label={t('net')} hint={t('netHint')} />
        <PickField {...props} />
        <NumberField field="loc" {...props} />
      </Group>
    </>
  )
}

interface GroupProps extends ControlsProps {
  title: string
  fields: readonly ChoiceField[]
  children: ReactNode
}

function Group({ title, fields, text, faults, children }: GroupProps) {
  const usual = defaultChoices([])
  const open = fields.some((field) => faults[field] || text[field] !== usual[field])
  return (
    <Fold summary={title} open={open}>
      <div className="mt-2 grid gap-3">{children}</div>
    </Fold>
  )
}

type NumberName = keyof typeof HINTS

function NumberField({ field, text, faults, currency }: ControlsProps & { field: NumberName }) {
  const t = useTranslations('rebalance')
  const inCurrency = { currency: useTranslations('units.currency')(currency) }
  const [fault, hint] = [faults[field], HINTS[field]]
  return (
    <Field
      label={t(`controls.${field === 'tax' ? 'taxWeight' : field}`, inCurrency)}
      hint={hint && t(`controls.${hint}`, inCurrency)}
      error={fault && t(`fault.${fault}`, { places: PLACES[field] ?? TWO_PLACES })}
    >
      <Input
        name={field}
        defaultValue={text[field]}
        inputMode="decimal"
        autoComplete="off"
        className={`text-right ${field === 'min' || field === 'cap' ? 'amount-input' : ''}`}
      />
    </Field>
  )
}

function PickField({ text, faults }: ControlsProps) {
  const t = useTranslations('rebalance')
  return (
    <Field
      label={t('controls.pick')}
      hint={t('controls.pickHint')}
      error={faults.pick && t(`fault.${faults.pick}`, { places: TWO_PLACES })}
    >
      <Select
        name="pick"
        defaultValue={text.pick}
        options={PICKS.map((value) => ({ value, label: t(`controls.picks.${value}`) }))}
      />
    </Field>
  )
}
