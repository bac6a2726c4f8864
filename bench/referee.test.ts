import { afterAll, describe, expect, test } from 'vitest'
import { type Exact, exactly } from '@/bench/exact'
import { judge, toMoney } from '@/bench/judge'
import { partsOf, type Random, randomFrom } from '@/bench/random'
import { Referee } from '@/bench/referee'
import { PLAIN_OBJECTIVE, type Request, type RequestHolding } from '@/bench/request'
import { smallRequest } from '@/bench/small'
import { PLAN_EXAMPLES } from '@/lib/formats/plan-examples'

/** The referee decides whether the allocator is right, so it is itself held against trying everything. */
const referee = new Referee()
afterAll(() => referee.end())

/** Three positions of a few whole units, with few lots: small enough to try every plan. */
function tinyRequest(random: Random): Request {
  const request = smallRequest(random)
  const holdings = request.holdings.slice(0, 3).map((h) => {
    const units = random.whole(0, 5)
    const parts = units > 0 ? partsOf(random, units, Math.min(units, 2)) : []
    const lots = h.lots?.slice(0, parts.length).map((lot, i) => ({ ...lot, quantity: String(parts[i]) }))
    const price = String(random.whole(40, 300))
    return {
      ...h,
      unit: '1',
      quantity: String(units),
      price,
      ...(lots && { lots: lots.map((l) => ({ ...l, unitCost: String(random.whole(20, 300)) })) }),
    }
  })
  const accounts = request.accounts.map((a) => ({ ...a, cash: String(random.whole(-60, 400)), reserve: '0' }))
  const objective = { ...request.objective, netting: false, orderFee: random.pick(['0', '7']) }
  return {
    ...request,
    accounts,
    holdings,
    objective,
    limits: { ...request.limits, minTrade: random.pick(['0', '250']) },
  }
}

/** The least objective of all plans whose lots are whole units, which without netting includes the best. */
function bestOfAll(exact: Exact): bigint | null {
  let best: bigint | null = null
  const units: bigint[] = []
  const lots: bigint[][] = []
  const money = exact.accounts.map((_, a) => mostMoney(exact, a))
  const visit = (i: number): void => {
    const position = exact.positions[i]
    if (!position) {
      const verdict = judge(exact, { units, lots })
      if (verdict.faults.length === 0 && (best === null || verdict.objective < best)) best = verdict.objective
      return
    }
    const most = (money[position.account] ?? 0n) / position.unitWorth
    for (let n = -position.sellable; n <= most; n += 1n) {
      units[i] = n
      for (const split of splits(
        n < 0n && position.lots.length > 0 ? -n : 0n,
        position.lots.map((l) => l.quantity / position.unit),
      )) {
        lots[i] = split.map((part) => part * position.unit)
        visit(i + 1)
      }
    }
  }
  visit(0)
  return best
}

function mostMoney(exact: Exact, account: number): bigint {
  const held = exact.accounts[account]
  const sales = exact.positions
    .filter((p) => p.account === account)
    .reduce((sum, p) => sum + p.sellable * p.unitWorth, 0n)
  const all = (held?.cash ?? 0n) + sales
  return all > 0n ? all : 0n
}

function splits(total: bigint, rooms: readonly bigint[]): bigint[][] {
  const [room, ...others] = rooms
  if (room === undefined) return total === 0n ? [[]] : []
  const ways: bigint[][] = []
  for (let part = 0n; part <= room && part <= total; part += 1n) {
    for (const rest of splits(total - part, others)) ways.push([part, ...rest])
  }
  return ways
}

describe('the referee against trying everything', () => {
  const seeds = Array.from({ length: 30 }, (_, i) => i + 1)

  test.each(seeds)('seed %i', async (seed) => {
    const exact = exactly(tinyRequest(randomFrom(seed)))
    const best = bestOfAll(exact)
    const ruling = await referee.rule(exact, 10)
    expect(ruling.why).toEqual([])
    expect(ruling.objective === null ? null : toMoney(ruling.objective)).toEqual(best === null ? null : toMoney(best))
  })
})

const PLAIN_HOLDING = { unit: '1', locked: false, noBuy: false, noSell: false, spreadBps: 0, locationCostBps: 0 }

/** An example's request with what it leaves to the defaults. */
function complete(asked: Record<string, unknown>): Request {
  const { holdings, objective, limits, ...rest } = asked as unknown as Request
  const taxRates = { ...PLAIN_OBJECTIVE.taxRates, ...objective.taxRates }
  return {
    ...{ destination: 'target', cashCountsAs: null, mode: 'full' },
    ...rest,
    holdings: holdings.map((h: RequestHolding) => ({ ...PLAIN_HOLDING, ...h })),
    objective: { ...PLAIN_OBJECTIVE, ...objective, taxRates },
    limits: { ...limits, turnover: limits.turnover ?? null },
  }
}

describe('the referee on requests with known answers', () => {
  const known = PLAN_EXAMPLES.filter((example) => example.status !== 'invalid')

  test.each(known)('$title', async ({ request, status, costs }) => {
    const ruling = await referee.rule(exactly(complete(request)), 10)
    if (status === 'infeasible') expect(ruling.status).toBe('infeasible')
    else expect(toMoney(ruling.objective ?? -1n)).toBe(Number(costs))
  })
})
