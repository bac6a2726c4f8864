import { NowMark, PostQtMark, TighteningMark } from '@/components/charts/strip-marks'
import { placeOn } from '@/components/charts/strip-scale'
import { type Bps, WHOLE } from '@/lib/core/units'

const HEIGHT = 24
const MIDDLE = HEIGHT / 2

/** The line from tightening to post-QT with the portfolio on it, or beyond one of its ends. The figure beside it says the same. */
export function PositionLine({ along }: { along: Bps }) {
  const scale = { from: Math.min(0, along), to: Math.max(WHOLE, along), ticks: [] }
  const [start, end] = [placeOn(scale, 0), placeOn(scale, WHOLE)]
  return (
    <svg aria-hidden width="100%" height={HEIGHT} className="mx-2 block max-w-48 min-w-16 overflow-visible">
      <line x1="0%" x2="100%" y1={MIDDLE} y2={MIDDLE} stroke="var(--color-line-strong)" strokeOpacity={0.55} />
      <line x1={start} x2={end} y1={MIDDLE} y2={MIDDLE} stroke="var(--color-line-strong)" strokeWidth={4} />
      <TighteningMark x={start} y={MIDDLE - 2} />
      <PostQtMark x={end} y={MIDDLE + 2} />
      <NowMark x={placeOn(scale, along)} y={MIDDLE} color="var(--color-ink)" />
    </svg>
  )
}
