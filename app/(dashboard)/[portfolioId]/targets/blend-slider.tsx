'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Choice, choiceAt } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { MarkIcon } from '@/components/charts/strip-marks'
import { Input } from '@/components/ui/field'
import { formatPercent } from '@/components/values/format'
import { type Bps, bps } from '@/lib/core/units'

interface Props {
  /** Whole percent of the way from tightening to post-QT. */
  percent: number
  /** How far the weights are off that way; only said of weights that are not a blend. */
  off: Bps | null
  choose: (choice: Choice) => void
}

/** The way between the two regimes: a slider and a number field that say the same. */
export function BlendSlider({ percent, off, choose }: Props) {
  const t = useTranslations('targets.blend')
  const locale = useLocale()
  const share = formatPercent(locale, bps(percent * 100), { decimals: 0 })
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <label htmlFor="blend" className="font-semibold">
          {t('label')}
        </label>
        <PercentField percent={percent} choose={choose} />
        <p className="text-muted">
          {off === null ? t('exact') : t('nearest', { share, off: formatPercent(locale, off) })}
        </p>
      </div>
      <input
        id="blend"
        type="range"
        min={0}
        max={100}
        step={1}
        value={percent}
        aria-valuetext={t('value', { share })}
        onChange={(event) => choose(choiceAt(event.target.valueAsNumber))}
        className="h-8 w-full accent-accent"
      />
      <div className="flex justify-between gap-4 text-sm">
        <End regime="tightening" />
        <End regime="postQt" />
      </div>
    </div>
  )
}

function End({ regime }: { regime: 'tightening' | 'postQt' }) {
  const t = useTranslations('units.regimeLong')
  return (
    <span className="flex items-center gap-1.5">
      <MarkIcon mark={regime} />
      {t(regime)}
    </span>
  )
}

/** Keeps what is typed until it is left: an empty field is not zero. */
function PercentField({ percent, choose }: Pick<Props, 'percent' | 'choose'>) {
  const t = useTranslations('targets.blend')
  const [typed, type] = useState<string | null>(null)
  return (
    <span className="flex items-center gap-1">
      <Input
        type="number"
        inputMode="numeric"
        min={0}
        max={100}
        step={1}
        aria-label={t('field')}
        className="!w-20 text-right"
        value={typed ?? percent}
        onChange={(event) => {
          const { value } = event.target
          type(value)
          if (/^\d{1,3}$/.test(value) && Number(value) <= 100) choose(choiceAt(Number(value)))
        }}
        onBlur={() => type(null)}
      />
      <span aria-hidden>{t('percentSign')}</span>
    </span>
  )
}
