import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.mjs'

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`))
}

/**
 * One hash of the content of files and folders of the checkout; what is absent counts as absent.
 * @param {string[]} paths @param {(path: string) => boolean} [counts]
 */
export function digest(paths, counts = () => true) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '')
  for (const path of paths.flatMap(filesBelow).filter(counts)) {
    hash.update(`\0${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest(),
    )
  }
  return hash.digest('hex')
}

/**
 * Does the work unless its stamp says that it was done with the same content.
 * @param {string} stamp a file that goes away with the work's result @param {string} content @param {() => Promise<unknown>} work
 */
export async function unlessDone(stamp, content, work) {
  const path = join(root, stamp)
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return 'up to date'
  await work()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return 'done'
}
