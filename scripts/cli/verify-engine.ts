// What checks an exported plan for the command line.
import { isUtf8 } from 'node:buffer'
import type { CheckName, PlanCheck } from '@/lib/core/verify-plan'
import { verifyPlanFile } from '@/lib/flows/verify-plan-file'

/** How long the search for the bound may take. */
const LONGEST_MS = 60_000

/** What was checked, in a few words. */
const TITLES: Record<CheckName, string> = {
  hash: 'fingerprint of the input',
  input: 'input can be planned with',
  target: 'target is the adopted one',
  quantities: 'quantities held and in whole steps',
  lots: 'lots sold',
  values: 'value of each trade',
  costs: 'spreads and fees',
  tax: 'estimated tax',
  cash: 'cash of each account',
  reserves: 'reserves kept',
  turnover: 'turnover',
  totals: 'values before and after',
  drift: 'drift',
  reasons: 'reasons',
  remarks: 'warnings',
  limits: 'limits kept',
  objective: 'objective',
  lowerBound: 'lower bound, proven again',
  gap: 'distance to the bound',
}

export interface CheckLine {
  check: CheckName
  ok: boolean
  detail: string
}

/** One line for each check; null when the bytes are no exported plan. */
export function answerVerify(bytes: Uint8Array): CheckLine[] | null {
  if (!isUtf8(bytes)) return null
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const patience = { clock: () => performance.now(), milliseconds: LONGEST_MS }
  const verified = verifyPlanFile(text, patience)
  return verified?.checks.map((check) => ({ check: check.check, ok: check.ok, detail: detailOf(check) })) ?? null
}

function detailOf({ check, ok, compared, faults }: PlanCheck): string {
  if (ok) return `${TITLES[check]}: ${compared} compared`
  if (faults.length === 0) return `${TITLES[check]}: the input is not one to compute it from`
  const told = faults.map(({ subject, stated, computed }) => `${subject}: stated ${stated}, computed ${computed}`)
  return `${TITLES[check]}: ${told.join('; ')}`
}

/** The lines as a table for a person. */
export function asTable(lines: readonly CheckLine[]): string {
  const width = Math.max(...lines.map(({ check }) => check.length))
  const row = (check: string, ok: string, detail: string) => `${check.padEnd(width)}  ${ok.padEnd(6)}  ${detail}\n`
  const rows = lines.map(({ check, ok, detail }) => row(check, ok ? 'ok' : 'FAILED', detail.replaceAll('\n', ' ')))
  return row('check', 'ok', 'detail') + rows.join('')
}
