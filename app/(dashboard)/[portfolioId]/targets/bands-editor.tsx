'use client'

import { useTranslations } from 'next-intl'
import { BandReach } from '@/app/(dashboard)/[portfolioId]/targets/band-reach'
import { useBandSummary } from '@/app/(dashboard)/[portfolioId]/targets/band-summary'
import {
  BAND_RULES,
  type BandRule,
  type BandText,
  bandOfRule,
  readBand,
} from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import type { Draft } from '@/app/(dashboard)/[portfolioId]/targets/use-draft'
import { Field, Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ASSET_CLASSES, type AssetClass, byClass } from '@/lib/core/asset-class'
import { DESTINATIONS, type Destination } from '@/lib/core/targets'
import type { Breakdown } from '@/lib/core/valuation'

/** How far each class may stand from its target before a plan acts, and where it is then led back to. */
export function BandsEditor({ draft, basis }: { draft: Draft; basis: Breakdown }) {
  const t = useTranslations('targets.bands')
  const units = useTranslations('units')
  const summary = useBandSummary()
  const rules = BAND_RULES.map((rule) => ({ value: rule, label: units(`band.${rule}`) }))
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="px-3 py-2">
        <h3 className="inline">{t('title')}</h3>
        <span className="ml-2 text-muted">
          {draft.bands ? summary(draft.bands, draft.destination) : t('unreadable')}
        </span>
      </summary>
      <div className="grid gap-4 border-t border-line p-3">
        <p className="max-w-prose text-muted">{t('explanation')}</p>
        <ForAll draft={draft} rules={rules} />
        <ul className="grid">
          {ASSET_CLASSES.map((c) => (
            <BandRow key={c} assetClass={c} draft={draft} basis={basis} rules={rules} />
          ))}
        </ul>
      </div>
    </details>
  )
}

type Rules = { value: BandRule; label: string }[]

/** What holds for all classes: one rule at a stroke, and where a class is led back to. */
function ForAll({ draft, rules }: { draft: Draft; rules: Rules }) {
  const t = useTranslations('targets.bands')
  const units = useTranslations('units.destination')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t('all')}>
        <Select
          value=""
          options={[{ value: '', label: t('choose') }, ...rules]}
          onChange={(event) => draft.setBands(byClass(() => bandOfRule(event.target.value as BandRule)))}
        />
      </Field>
      <Field label={t('destination')}>
        <Select
          value={draft.destination}
          options={DESTINATIONS.map((value) => ({ value, label: units(value) }))}
          onChange={(event) => draft.setDestination(event.target.value as Destination)}
        />
      </Field>
    </div>
  )
}

interface RowProps {
  assetClass: AssetClass
  draft: Draft
  basis: Breakdown
  rules: Rules
}

function BandRow({ assetClass, draft, basis, rules }: RowProps) {
  return (
    <li className="grid grid-cols-[1fr_7rem] items-center gap-x-3 gap-y-1 border-t border-line py-2 sm:grid-cols-[11rem_10rem_7rem_1fr] sm:py-1">
      <span className="max-sm:col-span-2">
        <ClassName assetClass={assetClass} />
      </span>
      <BandFields
        assetClass={assetClass}
        value={draft.bandTexts[assetClass]}
        onChange={(text) => draft.setBand(assetClass, text)}
        rules={rules}
      />
      <BandReach assetClass={assetClass} draft={draft} basis={basis} />
    </li>
  )
}

interface FieldsProps {
  assetClass: AssetClass
  value: BandText
  onChange: (text: BandText) => void
  rules: Rules
}

function BandFields({ assetClass, value, onChange, rules }: FieldsProps) {
  const t = useTranslations('targets.bands')
  const name = useTranslations('units.assetClass')(assetClass)
  return (
    <>
      <Select
        aria-label={t('ruleOf', { class: name })}
        value={value.rule}
        options={rules}
        onChange={(event) => onChange(bandOfRule(event.target.value as BandRule))}
      />
      {value.rule === 'fiveTwentyFive' ? (
        <span />
      ) : (
        <span className="flex items-center gap-1">
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="min-w-0 text-right"
            aria-label={t(`widthOf.${value.rule}`, { class: name })}
            aria-invalid={readBand(value) === null}
            value={value.text}
            onChange={(event) => onChange({ rule: value.rule, text: event.target.value })}
          />
          <span className="shrink-0 text-sm text-muted">{t(`unit.${value.rule}`)}</span>
        </span>
      )}
    </>
  )
}
