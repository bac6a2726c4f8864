// Writers at work until they are told to stop, and what came of it.

import type { Answer } from '@/scripts/probes/faults/visitor'
import type { Writer } from '@/scripts/probes/faults/writers'

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export interface Load {
  /** Every answer with the moment at which it came. */
  answers: { at: number; answer: Answer; writer: string }[]
  stop: () => Promise<void>
}

/** Lets each writer write again and again, one write at a time, with a short rest after one that failed. */
export function startLoad(writers: readonly Writer[], rest = 50): Load {
  const answers: Load['answers'] = []
  let stopped = false
  const work = writers.map(async (writer) => {
    while (!stopped) {
      const before = writer.done()
      const answer = await writer.write()
      answers.push({ at: Date.now(), answer, writer: writer.name })
      if (writer.done() === before && !stopped) await pause(rest)
    }
  })
  return {
    answers,
    stop: async () => {
      stopped = true
      await Promise.all(work)
    },
  }
}

const INSIDE = /\n\s+at .+:\d+:\d+|node_modules|Prisma|ECONNREFUSED|SELECT |INSERT /

/** What an answer that is no success tells of the inside, or that it never came; null when nothing is wrong. */
export function untold({ status, broke, text }: Answer): string | null {
  if (status >= 400 && INSIDE.test(text)) return `${status} tells of the inside: ${INSIDE.exec(text)?.[0]}`
  return broke === 'TimeoutError' ? 'no answer within half a minute' : null
}

/** The same, and any 500: what was foreseen is refused in clear words. */
export const unclear = (answer: Answer): string | null =>
  answer.status === 500 ? `500: ${answer.text.slice(0, 100)}` : untold(answer)

/** Every writer's judgement after a fault; each sentence names the writer and the moment. */
export async function judgeAll(writers: readonly Writer[], moment: string): Promise<string[]> {
  const faults: string[] = []
  for (const writer of writers)
    faults.push(...(await writer.judge()).map((fault) => `${moment}, ${writer.name}: ${fault}`))
  return faults
}
