import { describe, expect, it } from 'vitest'
import { answerPlan } from '@/lib/flows/answer-plan'
import { planAnswerSchema } from '@/lib/formats/plan-answer-schema'
import type { PlanExample } from '@/lib/formats/plan-example'
import { PLAN_EXAMPLES } from '@/lib/formats/plan-examples'
import { planRequestSchema } from '@/lib/formats/plan-request-schema'

/** Stands still: how busy the machine is must not decide an answer. */
const clock = () => 0
const answerTo = (request: unknown) => answerPlan(JSON.stringify(request), { clock })
type Answer = ReturnType<typeof answerTo>

function tradeText({ account, side, quantity, symbol, lots }: Answer['trades'][number], withLots: boolean): string {
  const used = withLots ? ` of ${lots.map((lot) => `${lot.quantity}#${lot.id}`).join(' ')}` : ''
  return `${account}: ${side} ${quantity} ${symbol}${used}`
}

/** Lots only where the case tells them. */
function tradeTexts(answer: Answer, expected: string[]): string[] {
  const told = new Set(expected.filter((text) => text.includes('#')).map((text) => text.split(' of ')[0]))
  return answer.trades.map((trade) => tradeText(trade, told.has(tradeText(trade, false))))
}

function check({ request, status, costs, trades, issue }: PlanExample): void {
  const answer = answerTo(request)
  expect(planAnswerSchema.safeParse(answer).error).toBeUndefined()
  expect(answer.status).toBe(status)
  if (costs !== undefined) expect(Number(answer.objective)).toBeCloseTo(Number(costs), 4)
  if (trades) expect(tradeTexts(answer, trades).sort()).toEqual([...trades].sort())
  if (status === 'invalid' || status === 'infeasible') expect(answer.trades).toEqual([])
  if (issue) {
    const { missing, ...place } = issue
    const like = { severity: 'error', ...place, ...(missing && { values: expect.objectContaining({ missing }) }) }
    expect(answer.issues).toContainEqual(expect.objectContaining(like))
  }
}

describe('requests with known answers', () => {
  it.each(PLAN_EXAMPLES)('$title', check)

  it('are in the published form, but for the one about a number', () => {
    const refused = PLAN_EXAMPLES.filter(({ request }) => !planRequestSchema.safeParse(request).success)
    expect(refused.map(({ title }) => title)).toEqual(['A price that is no number'])
  })
})
