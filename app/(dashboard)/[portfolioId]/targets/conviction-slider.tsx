'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConvictionWarning } from '@/app/(dashboard)/[portfolioId]/targets/conviction-warning'
import { Button } from '@/components/ui/button'
import { Explain } from '@/components/ui/explain'
import { Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { formatRatio } from '@/components/values/format'
import {
  CONVICTION_STEP,
  type Conviction,
  convictionNear,
  FULL_CONVICTION,
  GREATEST_CONVICTION,
} from '@/lib/core/conviction'
import { deriveModel } from '@/lib/core/model-derivation'
import type { RiskLevel } from '@/lib/core/models'

interface Props {
  risk: RiskLevel
  conviction: Conviction
  setConviction: (conviction: Conviction) => void
}

/** How much of the tilt's budget the models use: up to 1 freely, above it after a warning that the user confirms. */
export function ConvictionSlider({ risk, conviction, setConviction }: Props) {
  const t = useTranslations('targets.conviction')
  const [unlocked, unlock] = useState(conviction > FULL_CONVICTION)
  const [asking, ask] = useState(false)
  const locale = useLocale()
  const greatest = unlocked ? GREATEST_CONVICTION : FULL_CONVICTION
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span>
          <label htmlFor="conviction" className="font-semibold">
            {t('label')}
          </label>
          <Explain label={t('explainLabel')}>{t('explain')}</Explain>
        </span>
        <ConvictionField conviction={conviction} greatest={greatest} setConviction={setConviction} />
        {!unlocked && (
          <Button variant="quiet" onClick={() => ask(true)}>
            {t('above')}
          </Button>
        )}
      </div>
      <input
        id="conviction"
        type="range"
        min={0}
        max={greatest}
        step={CONVICTION_STEP}
        value={conviction}
        aria-valuetext={t('value', { conviction: formatRatio(locale, conviction) })}
        onChange={(event) => setConviction(convictionNear(event.target.valueAsNumber, greatest))}
        className="h-8 w-full accent-accent"
      />
      <div className="flex justify-between gap-4 text-sm">
        <span>{t('none')}</span>
        <span>{t(unlocked ? 'greatest' : 'full')}</span>
      </div>
      {conviction > FULL_CONVICTION && <AboveNote risk={risk} conviction={conviction} />}
      <ConvictionWarning
        open={asking}
        onClose={() => ask(false)}
        onConfirm={() => {
          unlock(true)
          ask(false)
        }}
      />
    </div>
  )
}

/** What goes beyond the published budget, and where a floor ends it. */
function AboveNote({ risk, conviction }: Pick<Props, 'risk' | 'conviction'>) {
  const t = useTranslations()
  const locale = useLocale()
  const { boundBy, budget, full } = deriveModel(risk, conviction)
  const reached = budget / full
  return (
    <Notice tone="warning">
      {t('targets.conviction.aboveNote')}{' '}
      {boundBy &&
        reached < conviction &&
        t('targets.conviction.atLimit', {
          class: t(`units.assetClass.${boundBy}`),
          reached: formatRatio(locale, reached),
        })}
    </Notice>
  )
}

interface FieldProps extends Omit<Props, 'risk'> {
  greatest: Conviction
}

/** Keeps what is typed until it is left; only a number within the limits counts, by its nearest step. */
function ConvictionField({ conviction, greatest, setConviction }: FieldProps) {
  const t = useTranslations('targets.conviction')
  const [typed, type] = useState<string | null>(null)
  return (
    <Input
      type="number"
      inputMode="decimal"
      min={0}
      max={greatest}
      step={CONVICTION_STEP}
      aria-label={t('field')}
      className="!w-20 text-right"
      value={typed ?? conviction.toFixed(2)}
      onChange={(event) => {
        const { value, valueAsNumber } = event.target
        type(value)
        if (valueAsNumber >= 0 && valueAsNumber <= greatest) setConviction(convictionNear(valueAsNumber, greatest))
      }}
      onBlur={() => type(null)}
    />
  )
}
