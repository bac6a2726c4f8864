import 'server-only'
import { randomUUID } from 'node:crypto'
import { isPriceFeed } from '@/lib/core/price-feeds'
import type { IsoDate } from '@/lib/core/units'
import { listPricedHoldings } from '@/lib/db/price-holdings'
import { listQuotesSince, storePriceRound } from '@/lib/db/price-quotes'
import { beatPriceRun, claimPriceRun, findPriceRun, type PriceRun, removeOldPriceRuns } from '@/lib/db/price-runs'
import { findPriceSetting } from '@/lib/db/price-settings'
import { applyPrices } from '@/lib/flows/apply-prices'
import { askPrices } from '@/lib/flows/ask-prices'
import { withHeartbeat } from '@/lib/flows/heartbeat'
import { nextBatch, usableSources, wishesOf, wishOf } from '@/lib/flows/price-wishes'

const REMEMBERED_MS = 30 * 86_400_000

/** The right to refresh the prices of a portfolio, and who has it. */
export interface PriceClaim {
  userId: string
  worker: string
  run: PriceRun
}

const dateOf = (at: Date): IsoDate => at.toISOString().slice(0, 10) as IsoDate

/**
 * Claims a refresh of a portfolio's prices: a new one, or the one that died in the middle. Null when no source that is on can be asked for
 * anything in it, or while another refresh of this user is at work. With `freshSince` a portfolio that was refreshed since then is left out.
 */
export async function claimPriceRefresh(
  userId: string,
  portfolioId: string,
  at: Date,
  freshSince?: Date,
): Promise<PriceClaim | null> {
  const setting = await findPriceSetting(userId)
  const rows = await listPricedHoldings(userId, portfolioId)
  const wishes = wishesOf(rows, setting, usableSources(userId, setting), dateOf(at))
  const last = freshSince && (await findPriceRun(userId, portfolioId))
  if (wishes.length === 0 || (freshSince && last?.finishedAt && last.finishedAt >= freshSince)) return null
  const worker = randomUUID()
  await removeOldPriceRuns(userId, new Date(at.getTime() - REMEMBERED_MS))
  const symbols = wishes.map(({ symbol }) => symbol)
  const run = await claimPriceRun(userId, worker, { portfolioId, symbols }, at)
  return run && { userId, worker, run }
}

interface Means {
  signal: AbortSignal
  now?: () => Date
}

/**
 * Works a claim off from where it stands: symbol by symbol into the history, and at the end into the holdings, as one change of the portfolio.
 * What the user turns off on the way is not asked any more. It stops without a trace when it is told to, or when another worker has taken
 * over; then the run can be resumed.
 */
export async function workPriceRefresh(claim: PriceClaim, { signal, now = () => new Date() }: Means): Promise<void> {
  const { userId, worker, run } = claim
  const own = { id: run.id, worker }
  const beat = () => beatPriceRun(userId, own, {}, now())
  await withHeartbeat(beat, async () => {
    let { done, failed } = run
    while (done < run.symbols.length) {
      const round = await askNext(claim, done, { signal, now })
      if (signal.aborted) return
      done += round.asked
      failed += round.asked - round.priced
      if (!(await beatPriceRun(userId, own, { done, failed }, now()))) return
    }
    if (await takeOver(claim, now())) await beatPriceRun(userId, own, { finishedAt: now() }, now())
  })
}

/** Asks for the next few symbols and stores what came. */
async function askNext(
  { userId, run }: PriceClaim,
  done: number,
  { signal, now }: Required<Means>,
): Promise<{ asked: number; priced: number }> {
  const setting = await findPriceSetting(userId)
  const sources = usableSources(userId, setting)
  const rows = await listPricedHoldings(userId, run.portfolioId)
  const open = run.symbols.slice(done).map((symbol) => {
    const row = rows.find((held) => held.symbol === symbol)
    return wishOf(row ?? { symbol, currency: 'USD' }, setting)
  })
  const batch = nextBatch(open, sources)
  // A holding may have been removed since the run began.
  const held = batch.filter(({ symbol }) => rows.some((row) => row.symbol === symbol))
  const { quotes, faults } = await askPrices(held, { userId, setting, sources, rows, now, signal })
  if (signal.aborted) return { asked: 0, priced: 0 }
  await storePriceRound(userId, { symbols: batch.map(({ symbol }) => symbol), quotes, faults, at: now() })
  return { asked: batch.length, priced: quotes.length }
}

/** What this run has brought goes into the holdings; false when the database was too busy, and the run is to be resumed. */
async function takeOver({ userId, run }: PriceClaim, at: Date): Promise<boolean> {
  const quotes = (await listQuotesSince(userId, run.symbols, run.startedAt)).filter(({ source }) => isPriceFeed(source))
  const applied = await applyPrices(userId, run.portfolioId, quotes, dateOf(at))
  if (!applied.ok) return applied.code === 'notFound'
  const { faults } = applied.value
  if (faults.length > 0) {
    const first = new Map(faults.map((fault) => [fault.symbol, fault]))
    await storePriceRound(userId, { symbols: [...first.keys()], quotes: [], faults: [...first.values()], at })
  }
  return true
}
