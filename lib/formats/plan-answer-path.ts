import { isAssetClass } from '@/lib/core/asset-class'
import type { Issue } from '@/lib/core/issue'
import type { Snapshot } from '@/lib/core/portfolio'

const FIELDS: Record<string, string> = {
  price: 'price',
  quantity: 'quantity',
  unit: 'unit',
  lots: 'lots',
  class: 'class',
}

/** Where in the request an issue of the plan points: the row of a holding or an account, or the target of a class; empty for the whole. */
export function issuePath(issue: Issue, { accounts, holdings }: Snapshot): string {
  const topic = issue.code.split('.')[0] ?? ''
  if (issue.holdingId !== undefined) {
    const row = holdings.findIndex((h) => h.id === issue.holdingId)
    const field = FIELDS[topic]
    return row < 0 ? '' : `holdings[${row}]${field ? `.${field}` : ''}`
  }
  if (issue.accountId !== undefined) {
    const row = accounts.findIndex((a) => a.id === issue.accountId)
    return row < 0 ? '' : `accounts[${row}]${topic === 'cash' ? '.cash' : ''}`
  }
  if (topic === 'targets') return 'targets'
  return isAssetClass(issue.subject) ? `targets.${issue.subject}` : ''
}
