interface Place {
  x: number | string
  y: number
}

/** The mark of the tightening regime: it points down from above. One hue and one shape everywhere. */
export function TighteningMark({ x, y }: Place) {
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden>
      <path
        d="M-4.5 -9h9L0 0z"
        fill="var(--color-regime-tightening)"
        stroke="var(--color-surface)"
        strokeWidth={0.75}
      />
    </svg>
  )
}

/** The mark of the post-QT regime: it points up from below. One hue and one shape everywhere. */
export function PostQtMark({ x, y }: Place) {
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden>
      <path d="M-4.5 9h9L0 0z" fill="var(--color-regime-post-qt)" stroke="var(--color-surface)" strokeWidth={0.75} />
    </svg>
  )
}

/** Where a class stands now. */
export function NowMark({ x, y, color }: Place & { color: string }) {
  return <circle cx={x} cy={y} r={5.5} fill={color} stroke="var(--color-surface)" strokeWidth={1.5} />
}

const MARKS = {
  now: <NowMark x={8} y={8} color="var(--color-ink)" />,
  tightening: <TighteningMark x={8} y={12} />,
  postQt: <PostQtMark x={8} y={4} />,
  target: (
    <>
      <rect x={1} y={2} width={14} height={12} fill="var(--color-band)" />
      <line x1={8} x2={8} y1={2} y2={14} stroke="var(--color-ink)" strokeWidth={1.5} />
    </>
  ),
} as const

export type StripMark = keyof typeof MARKS

/** One mark by itself, for a legend. */
export function MarkIcon({ mark }: { mark: StripMark }) {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className="inline-block size-4 shrink-0 align-text-bottom">
      {MARKS[mark]}
    </svg>
  )
}

/** What the marks of a strip mean, in one line. */
export function StripLegend({ items }: { items: readonly { mark: StripMark; label: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {items.map(({ mark, label }) => (
        <li key={mark} className="inline-flex items-center gap-1">
          <MarkIcon mark={mark} />
          {label}
        </li>
      ))}
    </ul>
  )
}
