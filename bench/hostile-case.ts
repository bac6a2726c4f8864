import { hostileRequest } from '@/bench/hostile-request'
import { randomFrom } from '@/bench/random'
import { buildPlan, type Plan, type PlanPolicy } from '@/lib/core/plan'
import type { Holding, Snapshot } from '@/lib/core/portfolio'
import { marketValue, type Quantity, sum } from '@/lib/core/units'
import { planAnswer, refusal } from '@/lib/formats/plan-answer'
import { planAnswerSchema } from '@/lib/formats/plan-answer-schema'
import { readRequest } from '@/lib/formats/plan-request'

export interface HostileResult {
  seed: number
  outcome: string
  wrong: string[]
  /** Milliseconds past the deadline. */
  late: number
}

const LONGEST_LATE_MS = 50
const HASH = `sha256:${'0'.repeat(64)}`
const DEADLINES = [1, 10, 50]

export function requestOf(seed: number): unknown {
  const random = randomFrom(seed)
  return hostileRequest(random, random.pick(DEADLINES))
}

/** Reads and plans the seed's request as a user's would be, and says what is wrong with what comes back. Never throws. */
export function receive(seed: number): HostileResult {
  try {
    return answerTo(seed, requestOf(seed))
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { seed, outcome: 'threw', wrong: [`threw ${why.slice(0, 600)}`], late: 0 }
  }
}

function answerTo(seed: number, request: unknown): HostileResult {
  const read = readRequest(request)
  if (!read.ok) {
    const wrong = read.issues.some((issue) => issue.severity === 'error') ? [] : ['refused without an error']
    return { seed, outcome: 'refused', wrong: [...wrong, ...unspeakable(refusal(read.issues, HASH))], late: 0 }
  }
  const from = ownTime()
  const planned = buildPlan(read.snapshot, read.policy, ownTime)
  const late = ownTime() - from - read.policy.terms.deadline
  const wrong = unspeakable(planAnswer(read.snapshot, planned, read.issues, HASH))
  if (late > LONGEST_LATE_MS) wrong.push(`${late.toFixed(0)} ms past its deadline`)
  if (planned.plan) wrong.push(...brokenIdentities(read.snapshot, read.policy, planned.plan))
  else if (!planned.issues.some((issue) => issue.severity === 'error')) wrong.push('no plan, and no error')
  return { seed, outcome: planned.status, wrong, late }
}

/** Milliseconds that this process has had of a processor: what others do on the machine is not the allocator's lateness. */
function ownTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Whatever was asked, the answer is of the published form and says nothing that only a program would say. */
function unspeakable(answer: unknown): string[] {
  const text = JSON.stringify(answer)
  const read = planAnswerSchema.safeParse(JSON.parse(text))
  const word = /"[^"]*\b(undefined|\[object Object\])[^"]*"/.exec(text)?.[0]
  return [
    ...(read.success ? [] : [`an answer of another form: ${read.error.message.slice(0, 300)}`]),
    ...(word ? [`says ${word.slice(0, 200)}`] : []),
  ]
}

/** Value is conserved to the cent, nothing is oversold, no account ends below its reserve, and no bound is above its objective. */
export function brokenIdentities(snapshot: Snapshot, policy: PlanPolicy, plan: Plan): string[] {
  const wrong: string[] = []
  for (const account of snapshot.accounts) {
    const trades = plan.trades.filter((t) => t.accountId === account.id)
    const moved = sum(trades.map((t) => (t.side === 'sell' ? t.value : -t.value) - t.cost))
    const after = plan.cashAfter[account.id]
    if (after === undefined || after !== account.cash + moved) wrong.push(`cash of ${account.id} does not add up`)
    if (after !== undefined && after < account.reserve) wrong.push(`${account.id} ends below its reserve`)
  }
  const seen = new Set<string>()
  for (const trade of plan.trades) {
    if (seen.has(trade.holdingId)) wrong.push(`${trade.symbol} is traded twice`)
    seen.add(trade.holdingId)
    const holding = snapshot.holdings.find((h) => h.id === trade.holdingId)
    wrong.push(...(holding ? brokenTrade(holding, policy, trade) : [`trades ${trade.symbol}, which is not held`]))
  }
  const { certificate } = plan
  if (certificate.lowerBound > certificate.objective) wrong.push('its bound is above its objective')
  if (certificate.gapPpb < 0 || Number.isNaN(certificate.gapPpb)) wrong.push(`a gap of ${certificate.gapPpb}`)
  if (!certificate.certified) wrong.push('is not certified')
  return wrong
}

function brokenTrade(holding: Holding, policy: PlanPolicy, trade: Plan['trades'][number]): string[] {
  const wrong: string[] = []
  const { side, quantity, symbol } = trade
  const after = (side === 'sell' ? holding.quantity - quantity : holding.quantity + quantity) as Quantity
  if (quantity <= 0n || quantity % holding.unit !== 0n) wrong.push(`${symbol} is traded in parts of a unit`)
  if (after < 0n) wrong.push(`${symbol} is oversold`)
  if (holding.locked) wrong.push(`${symbol} is locked`)
  if (side === 'buy' ? holding.noBuy : holding.noSell || policy.mode !== 'full')
    wrong.push(`no ${side} of ${symbol} is allowed`)
  if (trade.value < policy.minTrade) wrong.push(`${symbol} is below the smallest trade`)
  const change = marketValue(after, trade.price) - marketValue(holding.quantity, trade.price)
  if ((change < 0n ? -change : change) !== trade.value) wrong.push(`the value of ${symbol} is not conserved`)
  for (const used of trade.lots) {
    const lot = holding.lots.find((l) => l.id === used.lotId)
    if (!lot || used.quantity > lot.quantity || used.quantity <= 0n) wrong.push(`a lot of ${symbol} is oversold`)
  }
  if (sum(trade.lots.map((used) => used.quantity)) > quantity) wrong.push(`more lots of ${symbol} than are sold`)
  return wrong
}
