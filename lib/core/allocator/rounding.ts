import type { Model } from '@/lib/core/allocator/model'
import { neighbours, Trial } from '@/lib/core/allocator/trial'

/** So many fractional positions are rounded in every way; a basic solution has hardly more, whatever the size of the book. */
const MOST_TRIED = 9

/** The best whole-unit plan among the roundings of a fractional one (Gray code, so that each differs from the last in one position). */
export function roundRelaxed(model: Model, fractional: Float64Array): Trial {
  const trial = new Trial(model)
  const open: { i: number; down: number; up: number; weight: number }[] = []
  for (let i = 0; i < model.positions; i++) {
    const x = fractional[i] ?? 0
    if (x === 0) continue
    const [down, up] = neighbours(model, i, x)
    if (down === up) trial.set(i, down)
    else {
      trial.set(i, Math.abs(x - down) <= Math.abs(up - x) ? down : up)
      open.push({ i, down, up, weight: (up - down) * (model.unit[i] ?? 0) })
    }
  }
  open.sort((a, b) => b.weight - a.weight || a.i - b.i)
  const tried = open.slice(0, MOST_TRIED)
  for (const { i, down } of tried) trial.set(i, down)
  const best = new Trial(model)
  best.copyFrom(trial)
  let least = trial.objective
  for (let code = 1; code < 1 << tried.length; code++) {
    const bit = 31 - Math.clz32(code & -code)
    const flipped = tried[bit]
    if (!flipped) break
    trial.set(flipped.i, trial.units[flipped.i] === flipped.down ? flipped.up : flipped.down)
    const objective = trial.objective
    if (objective < least - 1e-9) {
      least = objective
      best.copyFrom(trial)
    }
  }
  best.refresh()
  return best
}
