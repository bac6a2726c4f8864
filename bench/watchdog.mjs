import { writeSync } from 'node:fs'
import { setInterval } from 'node:timers'
import { workerData } from 'node:worker_threads'

// A thread beside the work: it ends the process, naming the seed, when one request holds it for too long.
const { shared, longestMs } = workerData
const current = new Int32Array(shared)
const LOOK_MS = 500
let last = -1
let since = 0
setInterval(() => {
  const seed = Atomics.load(current, 0)
  if (seed === last) since += LOOK_MS
  else since = 0
  last = seed
  if (since < longestMs) return
  writeSync(2, `\nseed ${seed} has no answer after ${longestMs} ms\n`)
  process.kill(process.pid, 'SIGKILL')
}, LOOK_MS)
