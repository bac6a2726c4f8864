import type { PricedModel } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'
import { MONEY_FUNDS } from '@/lib/core/allocator/problem'

/** True where only the one account's cash ties the classes together. */
export function hasOnePurse(model: Model): boolean {
  const { problem } = model
  if (problem.accounts.length !== 1 || problem.netting || problem.turnoverCap !== null || problem.idle !== 0n)
    return false
  for (let i = 0; i < model.positions; i++) if (mainClass(model, i) < 0) return false
  return true
}

/** The only class that a position is in, or −1. */
export function mainClass(model: Model, i: number): number {
  let main = -1
  const split = model.problem.positions[i]?.split ?? []
  for (const [c, share] of split.entries()) {
    if (share === 0n) continue
    if (main >= 0) return -1
    main = c
  }
  return main
}

/** A class with the positions that can change it. Where cash counts, money funds are what is left of it and have no table. */
export interface ClassPositions {
  assetClass: number
  positions: number[]
}

/** What a unit of cash taken is priced at: in its own row, and in money funds where it counts among them. */
export function priceOfCash(model: Model, { duals }: PricedModel): number {
  return (duals[6] ?? 0) + (model.problem.cashCounts ? (duals[MONEY_FUNDS] ?? 0) : 0)
}

export function classesOf(model: Model): ClassPositions[] {
  const classes: ClassPositions[] = []
  for (let c = 0; c < 6; c++)
    if (!(model.problem.cashCounts && c === MONEY_FUNDS)) classes.push({ assetClass: c, positions: [] })
  for (let i = 0; i < model.positions; i++) {
    if ((model.buyMax[i] ?? 0) === 0 && (model.sellMax[i] ?? 0) === 0) continue
    classes.find((each) => each.assetClass === mainClass(model, i))?.positions.push(i)
  }
  return classes
}

/** Cash that a trade takes: what it buys, its spread and its fee. */
export function cashTaken(model: Model, i: number, units: number): number {
  if (units === 0) return 0
  const k = i * model.rows + 6
  const money = Math.abs(units) * (model.unit[i] ?? 0)
  return model.fee - money * ((units > 0 ? model.buyRow[k] : model.sellRow[k]) ?? 0)
}

export const LOOSE = 1e-6
