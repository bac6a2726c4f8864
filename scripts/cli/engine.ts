// What answers requests, in the process of a single plan and in each worker of a stream.
import { isUtf8 } from 'node:buffer'
import { parentPort } from 'node:worker_threads'
import { answerPlan, failedAnswer, unreadableAnswer } from '@/lib/flows/answer-plan'
import type { PlanAnswer } from '@/lib/formats/plan-answer-schema'

/** Whole lines of a stream. */
export interface Batch {
  bytes: Uint8Array
  /** The number of the first of them, from one. */
  firstLine: number
  /** True for a single line that was too long to be kept; its bytes are missing. */
  tooLong: boolean
}

export interface Answers {
  /** One answer a line. */
  text: string
  /** Stacks of faults in the program, for standard error. */
  faults: string[]
}

const NEW_LINE = 10
const BYTE_ORDER_MARK = /^\ufeff/
const clock = () => performance.now()

/** Answers the request that a file or a line holds. */
export function answerBytes(bytes: Uint8Array, source: string): PlanAnswer {
  if (!isUtf8(bytes)) return unreadableAnswer(source, 'its text is not UTF-8')
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return answerPlan(text.replace(BYTE_ORDER_MARK, ''), { clock, source })
}

export function answerBatch({ bytes, firstLine, tooLong }: Batch): Answers {
  if (tooLong) return { text: line(unreadableAnswer(`Line ${firstLine}`, 'it is too long to be read')), faults: [] }
  const answers: Answers = { text: '', faults: [] }
  let start = 0
  for (let number = firstLine; start < bytes.length; number += 1) {
    const found = bytes.indexOf(NEW_LINE, start)
    const end = found < 0 ? bytes.length : found
    if (!isBlank(bytes, start, end)) answerLine(bytes.subarray(start, end), `Line ${number}`, answers)
    start = end + 1
  }
  return answers
}

/** A fault in the program costs one line its plan, not the stream its rest. */
function answerLine(bytes: Uint8Array, source: string, answers: Answers): void {
  try {
    answers.text += line(answerBytes(bytes, source))
  } catch (error) {
    answers.faults.push(`${source}: ${error instanceof Error ? error.stack : String(error)}`)
    answers.text += line(failedAnswer(source))
  }
}

const line = (answer: PlanAnswer): string => `${JSON.stringify(answer)}\n`

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i]
    if (byte !== 32 && byte !== 9 && byte !== 13) return false
  }
  return true
}

parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(answerBatch(batch)))
