import { useId } from 'react'
import type { SeriesNames } from '@/components/charts/chart-data'
import { RegimePatterns, regimeFill } from '@/components/charts/regime-patterns'

/** The three series of a class: solid now, striped tightening, dotted post-QT. */
export function SeriesLegend({ names }: { names: SeriesNames }) {
  const prefix = useId()
  const looks = {
    now: { fill: 'var(--color-ink)' },
    tightening: regimeFill(prefix, 'tightening'),
    postQt: regimeFill(prefix, 'postQt'),
  } as const
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {(['now', 'tightening', 'postQt'] as const).map((series) => (
        <li key={series} className="inline-flex items-center gap-1.5">
          <svg aria-hidden width={22} height={11}>
            <RegimePatterns prefix={prefix} />
            <rect x={0.5} y={0.5} width={21} height={10} {...looks[series]} />
          </svg>
          {names[series]}
        </li>
      ))}
    </ul>
  )
}
