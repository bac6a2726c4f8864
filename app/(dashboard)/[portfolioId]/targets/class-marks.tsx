import { useTranslations } from 'next-intl'
import { classColor } from '@/components/charts/class-color'
import { ASSET_CLASSES, type AssetClass, type Weights } from '@/lib/core/asset-class'
import { WHOLE } from '@/lib/core/units'

type Short = 'never' | 'narrow' | 'always'

/** A class by its name, with its hue beside it; by its short name always, or where there is little room. */
export function ClassName({ assetClass, short = 'never' }: { assetClass: AssetClass; short?: Short }) {
  const t = useTranslations('units')
  return (
    <span className={`inline-flex items-center gap-2 ${short === 'never' ? '' : 'whitespace-nowrap'}`}>
      <span aria-hidden className="size-2.5 shrink-0 rounded-xs" style={{ background: classColor(assetClass) }} />
      {short !== 'always' && (
        <span className={short === 'narrow' ? 'max-sm:hidden' : ''}>{t(`assetClass.${assetClass}`)}</span>
      )}
      {short !== 'never' && (
        <span className={short === 'narrow' ? 'sm:hidden' : ''}>{t(`assetClassShort.${assetClass}`)}</span>
      )}
    </span>
  )
}

/** Weights as one bar in class order, lying or (the first class on top) standing. The figures stand beside it, so it is silent. */
export function WeightStrip({
  weights,
  upright = false,
  className = '',
}: {
  weights: Weights
  upright?: boolean
  className?: string
}) {
  const held = ASSET_CLASSES.filter((c) => weights[c] > 0)
  return (
    <span
      aria-hidden
      className={`flex gap-px overflow-hidden rounded-xs print:hidden ${upright ? 'h-18 w-9 flex-col' : 'h-3 w-full'} ${className}`}
    >
      {held.map((c) => (
        <span key={c} style={{ flex: `${weights[c] / WHOLE} 1 0`, background: classColor(c) }} />
      ))}
    </span>
  )
}
