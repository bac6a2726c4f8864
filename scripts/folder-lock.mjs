// One process at a time in a data folder. Every claimant leaves a file that names itself, and yields to any other
// that is alive; the file of a process that was killed names nobody any more, so nothing can be left locked.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './steps/failure.mjs'

/** Another live process holds the folder. */
export class FolderLocked extends Failure {
  /** @param {string} folder @param {number} pid */
  constructor(folder, pid) {
    super(
      `The data folder ${folder} is in use by another start of Tidemark (process ${pid}). Stop that one first, or choose another folder with --data.`,
    )
    this.pid = pid
  }
}

/**
 * When the process began, as the system tells it: process numbers are reused, this is not.
 * @param {number} pid
 */
function birthOf(pid) {
  if (process.platform === 'win32') return ''
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * The live process, other than this one, that holds the named lock of the folder.
 * @param {string} folder @param {string} name
 */
export function holderOf(folder, name) {
  for (const file of readdirSync(folder)) {
    const pid = Number(new RegExp(`^${name}\\.(\\d+)\\.lock$`).exec(file)?.[1])
    if (!pid || pid === process.pid) continue
    const path = join(folder, file)
    let birth = null
    try {
      birth = readFileSync(path, 'utf8')
    } catch {
      continue // its owner has just left
    }
    if (isAlive(pid) && birth === birthOf(pid)) return pid
    rmSync(path, { force: true })
  }
  return null
}

/**
 * Takes the named lock of a folder (made 0700 when missing); answers the function that gives it back.
 * Waits `patience` milliseconds for a holder that is about to end. Throws FolderLocked.
 * @param {string} folder @param {string} name @param {number} patience
 */
export async function lockFolder(folder, name, patience = 0) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const mine = join(folder, `${name}.${process.pid}.lock`)
  const release = () => rmSync(mine, { force: true })
  const deadline = Date.now() + patience
  for (;;) {
    // Claim first, look second: of two that come at once at least one sees the other.
    // Renamed into place, for a file seen half written would name nobody.
    writeFileSync(`${mine}.new`, birthOf(process.pid), { mode: 0o600 })
    renameSync(`${mine}.new`, mine)
    const holder = holderOf(folder, name)
    if (holder === null) return release
    release()
    if (Date.now() >= deadline) throw new FolderLocked(folder, holder)
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 200))
  }
}
