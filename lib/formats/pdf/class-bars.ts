import { type Bps, WHOLE } from '@/lib/core/units'

export const BARS_WIDTH = 150
export const BARS_HEIGHT = 14
const STEP = 1000

/** A class before and after on the scale of all rows, and its target where it has one. Basis points. */
export interface ClassBars {
  before: Bps
  after: Bps
  target: Bps | null
  scale: number
}

/** The widest weight of all rows, up to the next ten percent: the scale that they share. */
export const barScale = (weights: readonly number[]): number =>
  Math.min(Math.max(STEP, Math.ceil(Math.max(0, ...weights) / STEP) * STEP), 10 * WHOLE)

interface Bar {
  mark: 'base' | 'before' | 'after' | 'target'
  x: number
  y: number
  width: number
  height: number
}

const FILL: Record<Bar['mark'], string> = { base: '#ccd3da', before: '#a9b4bf', after: '#0b5c8a', target: '#111' }

/** Weight before (light), after (dark), and the target as a line across both, in points. The figures stand beside it in the table. */
export function classBars({ before, after, target, scale }: ClassBars): Bar[] {
  const at = (weight: number): number =>
    Math.round(Math.max(0, Math.min(BARS_WIDTH, (weight / scale) * BARS_WIDTH)) * 100) / 100
  const bars: Bar[] = [
    { mark: 'base', x: 0, y: BARS_HEIGHT - 0.4, width: BARS_WIDTH, height: 0.4 },
    { mark: 'before', x: 0, y: 1, width: at(before), height: 5 },
    { mark: 'after', x: 0, y: 7.5, width: at(after), height: 5 },
  ]
  if (target === null) return bars
  return [...bars, { mark: 'target', x: Math.max(0, at(target) - 0.6), y: 0, width: 1.2, height: BARS_HEIGHT }]
}

/** The same as a picture in a file. */
export function classBarsSvg(bars: ClassBars): string {
  const rects = classBars(bars).map(
    ({ mark, ...place }) =>
      `<rect ${Object.entries({ ...place, fill: FILL[mark] })
        .map(([name, value]) => `${name}="${value}"`)
        .join(' ')}/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${BARS_WIDTH}" height="${BARS_HEIGHT}">${rects.join('')}</svg>`
}
