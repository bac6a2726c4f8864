import { ASSET_CLASSES, isWhole } from '@/lib/core/asset-class'
import { checkPlanInput } from '@/lib/core/plan-input'
import type { Opened } from '@/lib/core/verify-plan/book'
import { type PlanCheck, Ruling } from '@/lib/core/verify-plan/ruling'

/** The fingerprint in the file against that of its inputs. */
export function hashCheck({ document }: Opened, computedHash: string): PlanCheck {
  const ruling = new Ruling('hash')
  ruling.equal('inputHash', document.inputHash, computedHash)
  return ruling.result
}

/** That the inputs could be planned with at all, and that every row has an id of its own. */
export function inputCheck({ document: { snapshot, policy }, funded }: Opened): PlanCheck {
  const ruling = new Ruling('input')
  const lots = snapshot.holdings.flatMap((h) => h.lots.map((lot) => JSON.stringify([h.id, lot.id])))
  const ids = { accounts: snapshot.accounts.map((a) => a.id), holdings: snapshot.holdings.map((h) => h.id), lots }
  for (const [rows, of] of Object.entries(ids)) ruling.equal(rows, of.length, new Set(of).size)
  const errors = checkPlanInput(snapshot, policy).filter((i) => i.severity === 'error')
  ruling.expect('errors', errors.length === 0, errors.map((i) => `${i.code} ${i.subject}`).join(', '), '–')
  for (const h of funded.holdings) ruling.expect(h.symbol, h.quantity >= 0n && h.unit > 0n, h.quantity, 0n)
  return ruling.result
}

/** The plan steers to the adopted target; only the destination may be another for this one plan. */
export function targetCheck({ document: { adoption, policy } }: Opened): PlanCheck {
  const ruling = new Ruling('target')
  for (const c of ASSET_CLASSES) {
    ruling.equal(c, policy.target.weights[c], adoption.weights[c])
    ruling.equal(c, JSON.stringify(policy.target.bands[c]), JSON.stringify(adoption.bands[c]))
  }
  ruling.expect('total', isWhole(policy.target.weights), Object.values(policy.target.weights).join(' + '), 10_000)
  return ruling.result
}
