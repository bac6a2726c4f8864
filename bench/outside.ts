import { Worker } from 'node:worker_threads'
import type { Model } from '@/bench/model'
import type { Options, Outcome, Shares } from './outside-solvers.mjs'

export type OutsideName = 'highs' | 'yalps' | 'javascript-lp-solver' | 'portfolio-allocation'

/** How long a solver may overstay its own time limit before its thread is ended. */
const GRACE_MS = 1_000

/** A solver of other people in a thread of its own, which is ended when it takes too long or fails, and started again. */
export class OutsideSolver {
  private worker: Worker | null = null

  private readonly solver: OutsideName

  constructor(solver: OutsideName) {
    this.solver = solver
  }

  async solve(question: Model | Shares, options: Options): Promise<Outcome> {
    const worker = this.worker ?? (await this.start())
    const outcome = await new Promise<Outcome>((resolve) => {
      const limit = options.seconds * 1000 + GRACE_MS
      const settle = (answer: Outcome) => {
        clearTimeout(timer)
        worker.off('message', settle)
        worker.off('error', fail)
        resolve(answer)
      }
      const fail = (why: unknown) =>
        settle({ status: 'failed', values: null, bound: null, ms: limit, why: String(why) })
      const timer = setTimeout(() => fail('killed at its limit'), limit)
      worker.on('message', settle)
      worker.on('error', fail)
      worker.postMessage({ solver: this.solver, question, options })
    })
    if (outcome.status === 'failed') await this.end()
    return outcome
  }

  async end(): Promise<void> {
    await this.worker?.terminate()
    this.worker = null
  }

  private async start(): Promise<Worker> {
    const worker = new Worker(new URL('./solver-worker.mjs', import.meta.url), { execArgv: [] })
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve())
      worker.once('error', reject)
    })
    this.worker = worker
    return worker
  }
}
