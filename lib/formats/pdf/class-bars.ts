import { type Bps, WHOLE } from '@/lib/core/units'

const WIDTH = 150
const HEIGHT = 14
const BEFORE = '#a9b4bf'
const AFTER = '#0b5c8a'
const STEP = 1000

/** The widest weight of all rows, up to the next ten percent: the scale that they share. */
export const barScale = (weights: readonly number[]): number =>
  Math.min(Math.max(STEP, Math.ceil(Math.max(0, ...weights) / STEP) * STEP), 10 * WHOLE)

/** Weight before (light), after (dark), and the target as a line across both, as SVG. The figures stand beside it in the table. */
export function classBars(before: Bps, after: Bps, target: Bps | null, scale: number): string {
  const x = (weight: number): string => Math.max(0, Math.min(WIDTH, (weight / scale) * WIDTH)).toFixed(2)
  const bar = (weight: number, y: number, color: string): string =>
    `<rect x="0" y="${y}" width="${x(weight)}" height="5" fill="${color}"/>`
  const tick =
    target === null
      ? ''
      : `<rect x="${Math.max(0, Number(x(target)) - 0.6)}" y="0" width="1.2" height="${HEIGHT}" fill="#111"/>`
  const base = `<rect x="0" y="${HEIGHT - 0.4}" width="${WIDTH}" height="0.4" fill="#ccd3da"/>`
  const bars = bar(before, 1, BEFORE) + bar(after, 7.5, AFTER)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${base}${bars}${tick}</svg>`
}
