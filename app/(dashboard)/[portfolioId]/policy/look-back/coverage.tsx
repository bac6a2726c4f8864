import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/card'
import { formatMonth } from '@/components/values/figure'
import { formatPpm } from '@/components/values/format'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import type { LookBack } from '@/lib/core/look-back/look-back'
import { MILLION, ppm } from '@/lib/core/units'

/** Which classes and months it rests on, and how it was computed. */
export function Coverage({ coverage }: { coverage: LookBack['coverage'] }) {
  const t = useTranslations('lookBack')
  const units = useTranslations('units.assetClass')
  const locale = useLocale()
  const { classes, neutralShare, from, to, months, unmeasured } = coverage
  const atHand = ASSET_CLASSES.filter((assetClass) => classes[assetClass])
  const named = new Intl.ListFormat(locale, { type: 'conjunction' }).format(atHand.map((name) => units(name)))
  return (
    <Section title={t('coverage.title')}>
      <div className="grid gap-3 rounded-lg border border-line bg-surface p-4">
        {from && to && (
          <p className="font-semibold">
            {t('coverage.span', { from: formatMonth(locale, from), to: formatMonth(locale, to), months })}
          </p>
        )}
        <p>
          {atHand.length === ASSET_CLASSES.length
            ? t('coverage.whole')
            : t('coverage.partial', {
                classes: named,
                share: formatPpm(locale, ppm(Math.round(neutralShare * MILLION)), { decimals: 0 }),
              })}
        </p>
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
          {ASSET_CLASSES.map((assetClass) => {
            const source = classes[assetClass]
            return (
              <div key={assetClass} className="contents">
                <dt className="font-semibold">{units(assetClass)}</dt>
                <dd className={source ? '' : 'text-muted'}>
                  {source ? t(`source.${source}`, { series: source.replace('+', ', ') }) : t('coverage.missing')}
                </dd>
              </div>
            )
          })}
        </dl>
        {unmeasured > 0 && <p>{t('coverage.unmeasured', { count: unmeasured })}</p>}
        <p className="max-w-3xl text-sm text-muted">
          {t('lookAhead')} {t('method')} {t('terms.turnoverMeans')}
        </p>
      </div>
    </Section>
  )
}
