import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { Failure } from './failure.mjs'
import { root } from './root.mjs'

const TAIL_LINES = 30
const LONGEST_LINE = 300

/** @typedef {Record<string, string | undefined>} Environment */

/** The last lines, which tell what went wrong. @param {string} text */
export const tailOf = (text) =>
  stripVTControlCharacters(text)
    .trimEnd()
    .split('\n')
    .slice(-TAIL_LINES)
    .map((line) => line.slice(0, LONGEST_LINE))
    .join('\n')

/**
 * Runs a program in the checkout; what it prints is kept, and shown only when it fails.
 * @param {string} what the sentence's subject when it fails @param {string} command @param {string[]} args
 * @param {Environment} [env] in addition to this process's own @param {AbortSignal} [signal]
 * @returns {Promise<string>} what it printed
 */
export function runCommand(what, command, args, env = {}, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
      signal,
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk
      })
    }
    child.once('error', (error) => reject(new Failure(`${what} failed: ${error.message}`)))
    child.once('close', (code) => {
      if (code === 0) resolve(printed)
      else reject(new Failure(`${what} failed (exit code ${code}). The end of what it said:\n\n${tailOf(printed)}\n`))
    })
  })
}

/**
 * A package's own program, by Node itself: no shell, no search path.
 * @param {string} what @param {string} file below node_modules @param {string[]} args
 * @param {Environment} [env] @param {AbortSignal} [signal]
 */
export function runTool(what, file, args, env, signal) {
  return runCommand(what, process.execPath, [`node_modules/${file}`, ...args], env, signal)
}
