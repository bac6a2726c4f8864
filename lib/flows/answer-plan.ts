import { createHash } from 'node:crypto'
import { buildPlan } from '@/lib/core/plan'
import { parseExactJson } from '@/lib/formats/exact-json'
import { planAnswer, refusal } from '@/lib/formats/plan-answer'
import type { PlanAnswer } from '@/lib/formats/plan-answer-schema'
import { requestIssue } from '@/lib/formats/plan-issues'
import { readRequest } from '@/lib/formats/plan-request'
import { canonicalRequest } from '@/lib/formats/plan-request-canonical'

export interface AnswerOptions {
  /** Milliseconds that only rise; the deadline is measured with it. */
  clock: () => number
  /** The longest deadline that is granted, in milliseconds; a longer wish is cut. */
  longestDeadline?: number
  /** What the text is called in a message, such as `Line 3`. */
  source?: string
}

/** From the text of a request to its answer; the one path behind the command line and the interface for programs. Bad input is an answer. */
export function answerPlan(
  text: string,
  { clock, longestDeadline, source = 'The request' }: AnswerOptions,
): PlanAnswer {
  const parsed = parse(text)
  if (!parsed.ok) return unreadableAnswer(source, parsed.reason, text)
  const read = readRequest(parsed.json)
  if (!read.ok) return refusal(read.issues, hashOf(text))
  const { snapshot, policy, issues } = read
  const inputHash = hashOf(canonicalRequest(snapshot, policy))
  const deadline = Math.min(policy.terms.deadline, longestDeadline ?? policy.terms.deadline)
  const planned = buildPlan(snapshot, { ...policy, terms: { ...policy.terms, deadline } }, clock)
  return planAnswer(snapshot, planned, issues, inputHash)
}

/** The answer to what is not JSON, or not even text. */
export function unreadableAnswer(source: string, reason: string, text = ''): PlanAnswer {
  const issue = requestIssue('json.invalid', 'error', { subject: source, path: '' }, { reason })
  return refusal([issue], hashOf(text))
}

/** The answer to a request that met a fault in the program, where others wait behind it. */
export const failedAnswer = (source: string): PlanAnswer =>
  refusal([requestIssue('plan.failed', 'error', { subject: source, path: '' })], hashOf(''))

type Parsed = { ok: true; json: unknown } | { ok: false; reason: string }

function parse(text: string): Parsed {
  try {
    return { ok: true, json: parseExactJson(text) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'unreadable' }
  }
}

const hashOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
