import type { Tick } from '@/components/charts/chart-data'

/** Axes speak softly: no line, small figures. */
export const AXIS = {
  axisLine: false,
  tickLine: false,
  tick: { fill: 'var(--color-muted)', fontSize: 12 },
} as const

/** Bars stand still: nothing has changed, so nothing moves. */
export const STILL = { isAnimationActive: false } as const

/** The label of a tick; the chart is given all of them. */
export function labelOf(ticks: readonly Tick[]): (value: number) => string {
  const labels = new Map(ticks.map((tick) => [tick.value, tick.label]))
  return (value) => labels.get(value) ?? ''
}
