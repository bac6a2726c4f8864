// The packages, when what is installed is not what package-lock.json names.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} Packages */

/** @param {string} path @returns {Packages | null} */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return null
  }
}

/** npm itself keeps this record, and writes it last: an install that was broken off leaves none. */
export function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  const changed = Object.entries(wanted).some(([path, entry]) => {
    const found = present[path]
    if (!found) return path !== '' && !entry.optional && !entry.devOptional
    return found.version !== entry.version || found.integrity !== entry.integrity
  })
  return !changed && Object.keys(present).every((path) => path in wanted)
}

/** @param {AbortSignal} [signal] @returns {Promise<string>} a note */
export async function install(signal) {
  if (isInstalled()) return 'up to date'
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  if (npm?.endsWith('.js')) await runCommand('Installing the packages', process.execPath, [npm, ...args], env, signal)
  else await runCommand('Installing the packages', 'npm', args, env, signal)
  return 'installed'
}
