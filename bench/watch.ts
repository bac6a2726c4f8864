import { Worker } from 'node:worker_threads'

/** Starts the watchdog of this process; it is told each seed before the work on it begins. */
export function watched(longestMs: number): { begin(seed: number): void; end(): Promise<number> } {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const current = new Int32Array(shared)
  const dog = new Worker(new URL('./watchdog.mjs', import.meta.url), {
    workerData: { shared, longestMs },
    execArgv: [],
  })
  return {
    begin: (seed) => void Atomics.store(current, 0, seed),
    end: () => dog.terminate(),
  }
}
