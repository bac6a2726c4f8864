import { useTranslations } from 'next-intl'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'

/** The weights that are not zero in words, wrapping as they must. */
export function WeightLine({ weights }: { weights: Weights }) {
  const t = useTranslations('targets')
  return (
    <span className="flex flex-wrap gap-x-4 text-sm">
      {ASSET_CLASSES.filter((c) => weights[c] > 0).map((c) => (
        <span key={c} className="whitespace-nowrap">
          <ClassName assetClass={c} short="always" /> <Percent value={weights[c]} />
          <span className="sr-only">{t('listBreak')}</span>
        </span>
      ))}
    </span>
  )
}
