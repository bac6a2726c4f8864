import { z } from 'zod'
import type { PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import type { PlanInput } from '@/lib/core/snapshot-diff'
import { policySchema, snapshotSchema, targetSchema } from '@/lib/formats/plan-schema'

/**
 * What decides the trades of a plan as one canonical text: keys sorted, rows sorted, no white space. Versions, names, ids of lots and the
 * sources of prices and rates are left out, as they are in `diffInputs`: without a change there, the text is the same.
 */
export function canonicalInput(snapshot: Snapshot, policy: PlanPolicy): string {
  const { cashCounts, currency, accounts, holdings } = z.encode(snapshotSchema, snapshot)
  return canonicalJson({
    policy: { ...z.encode(policySchema, policy), cashFlows: byText(z.encode(policySchema, policy).cashFlows) },
    cashCounts,
    currency,
    accounts: byText(accounts.map(({ name: _, quoted, ...account }) => ({ ...account, ...ratedBy(quoted) }))),
    holdings: byText(
      holdings.map(({ name: _, priceSource: __, lots, quoted, ...holding }) => ({
        ...holding,
        ...ratedBy(quoted),
        lots: byText(lots.map(({ id: ___, ...lot }) => lot)),
      })),
    ),
  })
}

/** A rate without where it came from; nothing where there is none. */
const ratedBy = <T extends { source: unknown; via?: unknown }>(quoted: T | undefined) => {
  if (!quoted) return {}
  const { source: _, via: __, ...rated } = quoted
  return { quoted: rated }
}

const byText = <T>(rows: T[]): T[] =>
  rows
    .map((row) => ({ row, text: canonicalJson(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ row }) => row)

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(',')}}`
}

const inputSchema = z.object({ snapshot: snapshotSchema, target: targetSchema })

/** What a page was computed from as text, for it to hand back when it wants to act on what it showed. */
export const encodeInput = ({ snapshot, target }: PlanInput): string =>
  JSON.stringify(z.encode(inputSchema, { snapshot, target }))

/** Reads it; null for anything that is not one. */
export function decodeInput(text: string): PlanInput | null {
  try {
    return inputSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
