import { classColor } from '@/components/charts/class-color'
import { NowMark, PostQtMark, TighteningMark } from '@/components/charts/strip-marks'
import { placeOn, type StripRow, type StripScale } from '@/components/charts/strip-scale'
import { type Bps, MILLION, type Ppm, WHOLE } from '@/lib/core/units'

const HEIGHT = 26
const MIDDLE = HEIGHT / 2
const PER_BP = MILLION / WHOLE

/**
 * Where a class stands between the two regimes: the mark of tightening hangs from above, that of post-QT stands from below, a bar
 * joins them, the target is a line in its shaded band, the dot is now. `label` says the same in a sentence.
 */
export function RegimeStrip({ row, scale, label }: { row: StripRow; scale: StripScale; label: string }) {
  const at = (value: number) => placeOn(scale, value)
  const [low, high] = row.tightening < row.postQt ? [row.tightening, row.postQt] : [row.postQt, row.tightening]
  return (
    <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="block min-w-36 overflow-visible">
      {scale.ticks.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1={0} y2={HEIGHT} stroke="var(--color-line)" />
      ))}
      {row.adopted && <TargetBand target={row.adopted.target} band={row.adopted.band} scale={scale} />}
      <line x1="0%" x2="100%" y1={MIDDLE} y2={MIDDLE} stroke="var(--color-line-strong)" strokeOpacity={0.55} />
      <line x1={at(low)} x2={at(high)} y1={MIDDLE} y2={MIDDLE} stroke="var(--color-line-strong)" strokeWidth={4} />
      <TighteningMark x={at(row.tightening)} y={MIDDLE - 2} />
      <PostQtMark x={at(row.postQt)} y={MIDDLE + 2} />
      {row.weight !== null && <NowMark x={at(row.weight)} y={MIDDLE} color={classColor(row.assetClass)} />}
    </svg>
  )
}

function TargetBand({ target, band, scale }: { target: Bps; band: { lower: Ppm; upper: Ppm }; scale: StripScale }) {
  const [left, right] = [placeOn(scale, band.lower / PER_BP), placeOn(scale, band.upper / PER_BP)]
  const width = `${Number.parseFloat(right) - Number.parseFloat(left)}%`
  return (
    <>
      <rect x={left} y={2} width={width} height={HEIGHT - 4} fill="var(--color-band)" />
      <line
        x1={placeOn(scale, target)}
        x2={placeOn(scale, target)}
        y1={2}
        y2={HEIGHT - 2}
        stroke="var(--color-ink)"
        strokeWidth={1.5}
      />
    </>
  )
}

/** The labels of the common scale, over a column of strips. */
export function StripAxis({ scale, labels }: { scale: StripScale; labels: readonly string[] }) {
  return (
    <svg aria-hidden width="100%" height={14} className="block min-w-36 overflow-visible text-xs font-normal">
      {scale.ticks.map((tick, i) => (
        <text key={tick} x={placeOn(scale, tick)} y={11} textAnchor="middle" fill="var(--color-muted)">
          {labels[i]}
        </text>
      ))}
    </svg>
  )
}
