import { parentPort } from 'node:worker_threads'
import { solveWith } from './outside-solvers.mjs'

// One question at a time; whoever asks ends the worker when the answer takes too long.
parentPort?.on('message', async ({ solver, question, options }) => {
  try {
    parentPort?.postMessage(await solveWith(solver, question, options))
  } catch (error) {
    parentPort?.postMessage({ status: 'failed', values: null, bound: null, ms: 0, why: String(error) })
  }
})
parentPort?.postMessage('ready')
