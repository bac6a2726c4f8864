// Starts the embedded database in a process of its own, and stops it.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const DATABASE = fileURLToPath(new URL('database.mjs', import.meta.url))

/**
 * @param {string | null} dataFolder null: in memory
 * @returns {Promise<{ url: string, process: import('node:child_process').ChildProcess, stop: () => Promise<void> }>}
 */
export function startDatabase(dataFolder) {
  // Detached, for Ctrl-C reaches a whole process group, and the database must outlive what still writes to it.
  const child = fork(DATABASE, dataFolder === null ? [] : ['--data', dataFolder], {
    detached: process.platform !== 'win32',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The embedded database ended while it started (code ${code}).`)))
    child.once('message', (message) => {
      const { url, error } = /** @type {{ url?: string, error?: string }} */ (message)
      if (url === undefined) reject(new Error(error))
      else resolve({ url, process: child, stop })
    })
  })
}
