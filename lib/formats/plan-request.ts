import type { PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { absolute, type IsoDate, ONE, sum } from '@/lib/core/units'
import type { RequestIssue } from '@/lib/formats/plan-issues'
import { readPolicy } from '@/lib/formats/plan-request-policy'
import { readAccounts, readHoldings } from '@/lib/formats/plan-request-rows'
import { Findings, isObject, Row } from '@/lib/formats/request-row'

export type ReadRequest =
  /** `issues`: what was passed over, none of it an error. */
  { ok: true; snapshot: Snapshot; policy: PlanPolicy; issues: RequestIssue[] } | { ok: false; issues: RequestIssue[] }

export const REQUEST_FIELDS = new Set([
  ...['asOf', 'accounts', 'holdings', 'targets', 'bands', 'destination', 'cashCountsAs', 'mode', 'objective', 'limits'],
  ...['tolerancePpm', 'deadlineMs', 'securityWeights'],
])

const SOME_DAY = '1970-01-01' as IsoDate
/** Cents of the largest portfolio. */
const LARGEST = 10n ** 17n

/**
 * A plan's request as a snapshot and a policy, or everything that is wrong with it, each with its place. It never throws. The order of the
 * rows is kept, and nothing that follows depends on it.
 *
 * Written by hand rather than as a schema: a stream of requests is read a thousand times a second. `plan-request-schema.ts` is the published
 * contract, and a test holds the two together.
 */
export function readRequest(json: unknown): ReadRequest {
  const findings = new Findings()
  const request = new Row(findings, isObject(json) ? json : {}, '', 'request')
  if (!isObject(json)) {
    request.wrong('', 'an object')
    return { ok: false, issues: findings.all() }
  }
  request.knowOnly(REQUEST_FIELDS)
  const asOf = request.date('asOf')
  const accounts = readAccounts(request)
  const holdings = readHoldings(request, asOf)
  const cashCounts = json.cashCountsAs != null && request.choice('cashCountsAs', ['moneyFunds'], null) !== null
  const policy = readPolicy(request, asOf ?? SOME_DAY, holdings)
  const snapshot: Snapshot = { portfolioId: '', version: 0, currency: 'USD', cashCounts, accounts, holdings }
  if (!findings.refused && worth(snapshot) > LARGEST) request.fault('portfolio.tooLarge', '')
  return findings.refused
    ? { ok: false, issues: findings.all() }
    : { ok: true, snapshot, policy, issues: findings.all() }
}

/** Cents of everything, debts counted as if they were owned. */
function worth({ accounts, holdings }: Snapshot): bigint {
  const held = sum(holdings.map((h) => h.quantity * (h.price ?? 0n)))
  return held / (ONE * (ONE / 100n)) + sum(accounts.map((a) => absolute(a.cash) + a.reserve))
}
