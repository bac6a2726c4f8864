interface Props {
  /** The same in a sentence. */
  label: string
  values: readonly (number | null)[]
  /** The value that speaks for tightening, and the one for easing; either may be the higher one. */
  tightening: number
  easing: number
}

const HEIGHT = 72
const WIDTH = 1_000
/** Of the width: the rest is for the dot and its halo. */
const DRAWN = 0.97
/** Of the distance of the thresholds: so far beyond them is drawn, and no further, as it says no more. */
const BEYOND = 0.3

/** One measure over time between its two thresholds. Drawn on the server: it needs no script. */
export function SparkLine({ label, values, tightening, easing }: Props) {
  const room = Math.abs(easing - tightening) * BEYOND
  const [low, high] = [Math.min(easing, tightening) - room, Math.max(easing, tightening) + room]
  const y = (value: number) => HEIGHT - ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * HEIGHT
  const x = (at: number) => (at / Math.max(1, values.length - 1)) * WIDTH * DRAWN
  const points = values.flatMap((value, i) => (value === null ? [] : [`${x(i).toFixed(0)},${y(value).toFixed(1)}`]))
  const last = values.at(-1)
  return (
    <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="block overflow-visible">
      <Threshold y={y(tightening)} look="tightening" />
      <Threshold y={y(easing)} look="easing" />
      <svg aria-hidden width="100%" height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <polyline
          points={points.join(' ')}
          fill="none"
          stroke="var(--color-ink)"
          strokeWidth={1.5}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {typeof last === 'number' && (
        <circle
          cx={`${DRAWN * 100}%`}
          cy={y(last)}
          r={4}
          fill="var(--color-ink)"
          stroke="var(--color-surface)"
          strokeWidth={1.5}
        />
      )}
    </svg>
  )
}

const THRESHOLDS = {
  tightening: { stroke: 'var(--color-regime-tightening)', strokeDasharray: '6 3' },
  easing: { stroke: 'var(--color-regime-post-qt)', strokeDasharray: '2 3' },
} as const

function Threshold({ y, look }: { y: number; look: keyof typeof THRESHOLDS }) {
  return <line x1="0%" x2="100%" y1={y} y2={y} strokeWidth={1.5} {...THRESHOLDS[look]} />
}

/** What a threshold's line looks like, and its value. */
export function ThresholdKey({ look, label }: { look: keyof typeof THRESHOLDS; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg aria-hidden width={18} height={8}>
        <line x1={0} x2={18} y1={4} y2={4} strokeWidth={1.5} {...THRESHOLDS[look]} />
      </svg>
      {label}
    </span>
  )
}
