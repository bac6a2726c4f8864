import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** @typedef {import('./engine.ts').Batch} Batch @typedef {import('./engine.ts').Answers} Answers */
/** @typedef {{ resolve: (answers: Answers) => void, reject: (error: Error) => void }} Waiting */

/** One batch in work and one ready: a worker never waits for its next. */
const BATCHES_EACH = 2

/** A worker thread that answers batches in the order in which it gets them. */
class Hand {
  /** @type {Waiting[]} */
  waiting = []
  /** @param {URL} engine */
  constructor(engine) {
    this.worker = new Worker(engine)
    this.worker.on('message', (answers) => this.waiting.shift()?.resolve(answers))
    this.worker.on('error', (error) => this.fail(/** @type {Error} */ (error)))
    this.worker.on('exit', () => this.fail(new Error('A worker ended before its work.')))
  }

  /** @param {Error} error */
  fail(error) {
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }

  /** @param {Batch} batch @returns {Promise<Answers>} */
  answer(batch) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject })
      this.worker.postMessage(batch, [/** @type {ArrayBuffer} */ (batch.bytes.buffer)])
    })
  }
}

/** Worker threads, as many as there are processors, started when there is work for one more. */
export class Crew {
  /** @type {Hand[]} */
  #hands = []
  #size = availableParallelism()
  /** Batches that may be out at once. */
  capacity = BATCHES_EACH * this.#size
  #engine

  /** @param {URL} engine */
  constructor(engine) {
    this.#engine = engine
  }

  /** @param {Batch} batch */
  answer(batch) {
    let hand = this.#hands.toSorted((a, b) => a.waiting.length - b.waiting.length)[0]
    if (!hand || (hand.waiting.length > 0 && this.#hands.length < this.#size)) {
      hand = new Hand(this.#engine)
      this.#hands.push(hand)
    }
    return hand.answer(batch)
  }

  async dismiss() {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()))
  }
}
