import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'
import type { PlanPolicy } from '@/lib/core/plan'
import type { Holding, Snapshot } from '@/lib/core/portfolio'
import type { Band } from '@/lib/core/targets'

/**
 * A request that was read, as one text: the same for every order of its rows, every way to write its numbers, and for a default that is
 * told or left out. Numbers are hexadecimal, which is the quickest text of a large one.
 */
export function canonicalRequest({ accounts, holdings, cashCounts }: Snapshot, policy: PlanPolicy): string {
  const rows = [...accounts.map(accountText).sort(), ...holdings.map(holdingText).sort()]
  return ['tidemark-plan-1', cashCounts, ...rows, JSON.stringify(policyParts(policy))].join('\n')
}

const hex = (value: bigint | null | undefined): string => value?.toString(16) ?? ''
/** In quotation marks, so that no name can pass for a mark between two fields. */
const quoted = (text: string): string => JSON.stringify(text)

const accountText = ({ id, tax, cash, reserve }: Snapshot['accounts'][number]): string =>
  `account ${quoted(id)} ${tax} ${hex(cash)} ${hex(reserve)}`

const byClass = (w: Weights | null): number[] => ASSET_CLASSES.map((c) => w?.[c] ?? 0)

function holdingText(h: Holding): string {
  const name = `${quoted(h.accountId)} ${quoted(h.symbol)}`
  const figures = `${hex(h.quantity)} ${hex(h.unit)} ${hex(h.price)} ${hex(h.spread)} ${hex(h.locationCost)}`
  const marks = `${h.locked} ${h.noBuy ?? false} ${h.noSell ?? false}`
  const lots = h.lots.map((l) => `lot ${quoted(l.id)} ${hex(l.quantity)} ${hex(l.unitCost)} ${l.acquired}`)
  return `holding ${name} ${byClass(h.split)} ${figures} ${marks} ${lots.sort()}`
}

function bandParts(band: Band): (string | number)[] {
  if (band.rule === 'absolute') return [band.rule, band.halfWidth]
  return band.rule === 'relative' ? [band.rule, band.percent] : [band.rule]
}

function policyParts({ asOf, target, mode, minTrade, taxRates, terms: t }: PlanPolicy): unknown[] {
  const money = [minTrade, t.orderFee, t.turnoverCap, t.tracking, t.turnover, t.tax, t.lossCredit].map(String)
  const securities = typeof t.securities === 'string' ? t.securities : Object.entries(t.securities).sort()
  const bands = ASSET_CLASSES.map((c) => bandParts(target.bands[c]))
  const aim = [byClass(target.weights), bands, target.destination]
  return [asOf, mode, ...aim, money, taxRates.short, taxRates.long, t.netting, securities, t.tolerance, t.deadline]
}
