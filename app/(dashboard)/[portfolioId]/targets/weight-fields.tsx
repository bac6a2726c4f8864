'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import type { WeightFields } from '@/app/(dashboard)/[portfolioId]/targets/use-weight-fields'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { formatPercent, formatPoints } from '@/components/values/format'
import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import { bps } from '@/lib/core/units'

/** Six percent fields with their running total, its distance to 100.00 always in view, and one click that puts the rest into a class. */
export function WeightFieldList({ fields, error }: { fields: WeightFields; error: string | null }) {
  return (
    <div className="grid gap-1">
      <ul className="grid gap-1">
        {ASSET_CLASSES.map((c) => (
          <WeightField key={c} assetClass={c} fields={fields} />
        ))}
      </ul>
      <TotalLine fields={fields} />
      {error && (
        <p role="alert" className="flex items-start gap-1 text-danger">
          <Icon name="error" className="mt-0.5" />
          {error}
        </p>
      )}
    </div>
  )
}

function WeightField({ assetClass, fields }: { assetClass: AssetClass; fields: WeightFields }) {
  const t = useTranslations('targets.model')
  const id = useId()
  const problem = fields.problems[assetClass]
  return (
    <li className="grid grid-cols-[1fr_6rem_4.5rem] items-center gap-x-2">
      <label htmlFor={id}>
        <ClassName assetClass={assetClass} />
      </label>
      <span className="flex items-center gap-1">
        <Input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          className="min-w-0 text-right"
          placeholder="0"
          value={fields.texts[assetClass]}
          aria-invalid={problem !== null}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => fields.setText(assetClass, event.target.value)}
        />
        <span aria-hidden>{t('percentSign')}</span>
      </span>
      <RestButton assetClass={assetClass} fields={fields} />
      {problem && (
        <p id={`${id}-problem`} className="col-span-3 text-sm text-danger">
          {t(`problem.${problem}`)}
        </p>
      )}
    </li>
  )
}

/** One click that puts what is missing into a class, or takes from it what is too much. */
function RestButton({ assetClass, fields }: { assetClass: AssetClass; fields: WeightFields }) {
  const t = useTranslations('targets.model')
  const name = useTranslations('units.assetClass')(assetClass)
  const rest = formatPoints(useLocale(), fields.rest)
  if (!fields.takesRest(assetClass)) return <span />
  const label = t('putRest', { rest, class: name })
  return (
    <Button
      variant="quiet"
      className="!px-1 text-accent"
      aria-label={label}
      title={label}
      onClick={() => fields.putRest(assetClass)}
    >
      {rest}
    </Button>
  )
}

function TotalLine({ fields }: { fields: WeightFields }) {
  const t = useTranslations('targets.model')
  const units = useTranslations('units')
  const locale = useLocale()
  const distance = formatPoints(locale, bps(Math.abs(fields.rest)), { sign: 'negative' })
  const state = fields.rest === 0 ? 'exact' : fields.rest > 0 ? 'missing' : 'over'
  return (
    <div className="sticky bottom-0 grid grid-cols-[1fr_6rem_4.5rem] items-center gap-x-2 border-t border-line bg-raised py-2 font-semibold">
      <span>{units('total')}</span>
      <span className="text-right">{formatPercent(locale, fields.total)}</span>
      <span />
      <p aria-live="polite" className={`col-span-3 font-normal ${state === 'exact' ? 'text-muted' : 'text-warning'}`}>
        {t(`distance.${state}`, { distance })}
      </p>
    </div>
  )
}
