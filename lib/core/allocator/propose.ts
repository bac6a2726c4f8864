import { type Book, MONEY_FUNDS, openBook } from '@/lib/core/allocator/book'
import { bandGoals, exactGoals, type Goal } from '@/lib/core/allocator/goal'
import { search } from '@/lib/core/allocator/search'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { decimalText } from '@/lib/core/decimal'
import type { Issue } from '@/lib/core/issue'
import type { PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'

export interface Proposal {
  /** The book after all trades. */
  book: Book
  goals: Goal[]
  issues: Issue[]
}

/**
 * First the new money is placed towards the exact target, bands or not; then, unless only new money may move, what is outside its band
 * is led back, with sales where the mode allows them.
 */
export function proposeTrades(snapshot: Snapshot, policy: PlanPolicy): Proposal {
  const book = openBook(snapshot, policy)
  const incoming = snapshot.accounts.map((a) => {
    const flow = policy.cashFlows.find((f) => f.accountId === a.id)?.amount ?? 0n
    return flow > 0n ? flow : 0n
  })
  let goals = exactGoals(book, policy.target)
  if (incoming.some((amount) => amount > 0n)) {
    search(book, { goals, policy, maySell: false, budget: [...incoming] })
  }
  if (policy.mode !== 'newMoney') {
    goals = bandGoals(book, policy.target)
    search(book, { goals, policy, maySell: policy.mode === 'full', budget: null })
  }
  return { book, goals, issues: [...missingCash(snapshot, book), ...unreachable(book, goals)] }
}

/** An account whose cash does not cover its reserve (or is overdrawn) even after every sale that the policy allows. */
function missingCash(snapshot: Snapshot, book: Book): Issue[] {
  return snapshot.accounts.flatMap((account, i): Issue[] => {
    const free = book.free[i] ?? 0n
    if (free >= 0n) return []
    const values = { missing: decimalText(-free, 2, 2), reserve: decimalText(account.reserve, 2, 2) }
    return [{ code: 'cash.short', severity: 'error', subject: account.name, accountId: account.id, values }]
  })
}

/** A class that should grow and that no tradable position holds. */
function unreachable(book: Book, goals: Goal[]): Issue[] {
  return goals.flatMap((goal, c): Issue[] => {
    const short = (book.amounts[c] ?? 0n) < goal.lower
    const held = book.positions.some((p) => (p.split[c] ?? 0n) > 0n) || (book.cashCounts && c === MONEY_FUNDS)
    const assetClass = ASSET_CLASSES[c]
    if (!short || held || !assetClass) return []
    return [{ code: 'class.noSecurity', severity: 'warning', subject: assetClass }]
  })
}
