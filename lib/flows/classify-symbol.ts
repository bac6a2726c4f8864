import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { isWhole, type Weights } from '@/lib/core/asset-class'
import type { SaidClass } from '@/lib/core/book'
import { findSymbol } from '@/lib/core/directory'
import { problem, readName } from '@/lib/core/field-reading'
import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import { changeAllPortfolios, nothingChanged } from '@/lib/db/portfolio-change'
import * as classes from '@/lib/db/symbol-classes'

export interface ClassifySymbol {
  symbol: string
  /** The version that the user saw; null when nothing had been said. */
  version: number | null
  name: string
  /** Basis points by class; must total 10,000. */
  split: Weights
}

/** Remembers, for all of the user's portfolios, which class or split a symbol has. */
export async function classifySymbol(
  userId: string,
  { symbol: typed, version, name: typedName, split }: ClassifySymbol,
): Promise<ActionResult<SaidClass, SaidClass>> {
  const normal = normaliseSymbol(typed)
  const symbol = findSymbol(normal)?.symbol ?? normal
  const fault = symbolProblem(symbol)
  if (fault) return refusal('invalid', { fields: { symbol: problem(fault) } })
  if (!isWhole(split)) return refusal('invalid', { fields: { split: problem('splitTotal') } })
  const name = readName(typedName, false)
  if (!name.ok) return refusal('invalid', { fields: { name: name.problem } })
  return changeAllPortfolios<SaidClass, SaidClass>(userId, async (tx) => {
    const said = await classes.findSymbolClass(userId, symbol, tx)
    if ((said?.version ?? null) !== version) return said ? refusal('conflict', { current: said }) : refusal('conflict')
    if (version === null) await classes.createSymbolClass(userId, { symbol, name: name.value, split }, tx)
    else await classes.saveSymbolClass(userId, { symbol, version, name: name.value, split }, tx)
    const now = await classes.findSymbolClass(userId, symbol, tx)
    return now ? success(now) : refusal('notFound')
  })
}

/** Forgets what the user said: the directory's class holds again, or none. */
export async function forgetSymbol(
  userId: string,
  { symbol, version }: { symbol: string; version: number },
): Promise<ActionResult<undefined, SaidClass>> {
  return changeAllPortfolios<undefined, SaidClass>(userId, async (tx) => {
    const said = await classes.findSymbolClass(userId, symbol, tx)
    if (!said) nothingChanged(undefined)
    if (said.version !== version) return refusal('conflict', { current: said })
    await classes.removeSymbolClass(userId, { symbol, version }, tx)
    return success()
  })
}
