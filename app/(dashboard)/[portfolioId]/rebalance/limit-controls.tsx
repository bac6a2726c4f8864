import { useTranslations } from 'next-intl'
import { type ChoiceField, defaultChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import type { ControlsProps } from '@/app/(dashboard)/[portfolioId]/rebalance/controls'
import { Fold } from '@/app/(dashboard)/[portfolioId]/rebalance/fold'
import { Field, Input } from '@/components/ui/field'

const FIELDS = ['min', 'age', 'short', 'long'] as const satisfies ChoiceField[]
const HINTS = { min: 'minHint', age: 'ageHint', short: null, long: null } as const

/** Folded away while all of it is as usual: then it is an assumption that one can look up. */
export function LimitControls({ text, faults }: ControlsProps) {
  const t = useTranslations('rebalance')
  const usual = defaultChoices([])
  const open = FIELDS.some((field) => faults[field] || text[field] !== usual[field])
  return (
    <Fold summary={t('controls.limits')} open={open}>
      <div className="mt-2 grid grid-cols-2 items-start gap-2">
        {FIELDS.map((field) => (
          <Field
            key={field}
            label={t(`controls.${field}`)}
            hint={HINTS[field] && t(`controls.${HINTS[field]}`)}
            error={faults[field] && t(`fault.${faults[field]}`)}
          >
            <Input
              name={field}
              defaultValue={text[field]}
              inputMode="decimal"
              autoComplete="off"
              className={`text-right ${field === 'min' ? 'amount-input' : ''}`}
            />
          </Field>
        ))}
        <p className="col-span-2 text-sm text-muted">{t('controls.taxHint')}</p>
      </div>
    </Fold>
  )
}
