'use client'

import { useLocale, useTranslations } from 'next-intl'
import { readBand } from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import type { Draft } from '@/app/(dashboard)/[portfolioId]/targets/use-draft'
import { Icon } from '@/components/ui/icon'
import { formatPoints, formatPpm } from '@/components/values/format'
import { type AssetClass, byClass } from '@/lib/core/asset-class'
import { bandState } from '@/lib/core/drift'
import { halfWidth } from '@/lib/core/targets'
import { bps, MILLION, WHOLE } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'

/** Says from where to where a band reaches at the considered weights, and whether the class stands in it now. */
export function BandReach({ assetClass, draft, basis }: { assetClass: AssetClass; draft: Draft; basis: Breakdown }) {
  const t = useTranslations('targets.bands')
  const locale = useLocale()
  const band = readBand(draft.bandTexts[assetClass])
  if (!band) {
    const { rule } = draft.bandTexts[assetClass]
    return (
      <span role="alert" className="flex items-center gap-1 text-danger max-sm:col-span-2">
        <Icon name="error" />
        {t(rule === 'relative' ? 'wrongPercent' : 'wrongPoints')}
      </span>
    )
  }
  const target = { ...draft, bands: byClass(() => band) }
  const { lower, upper, side } = bandState(basis, target, assetClass)
  const points = bps(Math.round(halfWidth(draft.weights[assetClass], band) / (MILLION / WHOLE)))
  return (
    <span className="flex flex-wrap items-center gap-x-3 max-sm:col-span-2">
      <span>
        {t('reach', {
          half: formatPoints(locale, points, { sign: 'negative' }),
          lower: formatPpm(locale, lower),
          upper: formatPpm(locale, upper),
        })}
      </span>
      {basis.weights && (
        <span className={`flex items-center gap-1 ${side === 'inside' ? 'text-muted' : 'font-semibold'}`}>
          {side !== 'inside' && <Icon name={side === 'above' ? 'arrow-up' : 'arrow-down'} />}
          {t(`side.${side}`)}
        </span>
      )}
    </span>
  )
}
