import type { Model } from '@/lib/core/allocator/model'
import { Trial } from '@/lib/core/allocator/trial'

/** The sales with little turnover that bring every account to its floor: one position where one is enough, else the largest first. */
export function leastSales(model: Model): Trial {
  const trial = new Trial(model)
  for (let a = 0; a < model.problem.accounts.length; a++) fill(trial, a)
  return trial
}

function fill(trial: Trial, account: number): void {
  const { model } = trial
  const row = 6 + account
  const sellable = Array.from({ length: model.positions }, (_, i) => i)
    .filter((i) => model.account[i] === account && (model.sellMax[i] ?? 0) > 0)
    .sort((x, y) => worth(model, y) - worth(model, x) || x - y)
  for (const all of sellable) {
    const missing = -trial.roomDown(row)
    if (missing <= 0) return
    const [best] = sellable
      .filter((i) => trial.units[i] === 0)
      .map((i) => ({ i, units: unitsFor(model, i, row, missing) }))
      .filter(({ i, units }) => units <= (model.sellMax[i] ?? 0))
      .sort((x, y) => x.units * (model.unit[x.i] ?? 0) - y.units * (model.unit[y.i] ?? 0) || x.i - y.i)
    if (best) trial.set(best.i, -best.units)
    else trial.set(all, -(model.sellMax[all] ?? 0))
  }
}

const worth = (model: Model, i: number): number => (model.sellMax[i] ?? 0) * (model.unit[i] ?? 0)

/** Whole units whose sale brings so much cash. */
function unitsFor(model: Model, i: number, row: number, missing: number): number {
  const each = (model.unit[i] ?? 0) * (model.sellRow[i * model.rows + row] ?? 0)
  return Math.max(model.minUnits[i] ?? 1, Math.ceil((missing + model.fee) / each - 1e-9))
}
