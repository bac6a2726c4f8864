// The file of a backup: gzip of lines of JSON. First a header, then for each table its name and columns, its rows as arrays of texts, and its
// count and SHA-256; last a line with the count and SHA-256 of everything before it. What lacks that line is no backup.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip, createGzip } from 'node:zlib'
import { Failure } from '../steps/failure.mjs'

export const VERSION = 1

/** @typedef {{ name: string, checksum: string }} AppliedMigration */
/** @typedef {{ tidemarkBackup: number, madeAt: string, migrations: AppliedMigration[], secretMark: string | null, secret?: string }} Header */
/** @typedef {{ rows: number, sha256: string }} Sum */
/** @typedef {Map<string, Sum>} Sums by table */

/** A count and a hash over lines, taken the same way from a file and from a database. */
export class Summing {
  rows = 0
  #hash = createHash('sha256')
  /** @param {string} line */
  add(line) {
    this.rows += 1
    this.#hash.update(line).update('\n')
  }
  /** @returns {Sum} */
  sum() {
    return { rows: this.rows, sha256: this.#hash.copy().digest('hex') }
  }
}

/** @param {string} path a new file, readable by its owner only */
export function openWriter(path) {
  const gzip = createGzip({ level: 6 })
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  /** @type {Promise<void>} */
  const written = new Promise((resolve, reject) => {
    file.once('close', resolve)
    file.once('error', reject)
    gzip.once('error', reject)
  })
  written.catch(() => {}) // reported where it is waited for
  gzip.pipe(file)
  const whole = new Summing()
  /** @param {string} line */
  const put = async (line) => {
    if (gzip.write(`${line}\n`)) return
    await Promise.race([new Promise((resolve) => gzip.once('drain', resolve)), written])
  }
  return {
    /** @param {string} line */
    write: (line) => {
      whole.add(line)
      return put(line)
    },
    finish: async () => {
      await put(JSON.stringify({ whole: whole.sum() }))
      gzip.end()
      await written
    },
    abandon: () => {
      gzip.destroy()
      file.destroy()
    },
  }
}

/** @param {string} path @returns {AsyncGenerator<string>} */
async function* textLines(path) {
  const file = createReadStream(path)
  const gunzip = createGunzip()
  file.once('error', (error) => gunzip.destroy(error))
  file.pipe(gunzip)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const piece of gunzip) {
    const lines = (rest + decoder.write(piece)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') throw new Failure('it ends in the middle of a line')
}

/** @param {string} path */
const damaged = (path, /** @type {string} */ why) =>
  new Failure(`${path} is not a whole backup (${why}). Nothing was changed.`)

/**
 * Every line of a backup, the last one checked and left out.
 * @param {string} path @returns {AsyncGenerator<{ line: string, parsed: any }>}
 */
export async function* backupLines(path) {
  const whole = new Summing()
  let ended = false
  try {
    for await (const line of textLines(path)) {
      if (ended) throw new Failure('something follows its end')
      const parsed = JSON.parse(line)
      ended = !Array.isArray(parsed) && parsed.whole !== undefined
      if (!ended) {
        whole.add(line)
        yield { line, parsed }
        continue
      }
      const { rows, sha256 } = whole.sum()
      if (parsed.whole.rows !== rows || parsed.whole.sha256 !== sha256) throw new Failure('its content was changed')
    }
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'ENOENT') throw new Failure(`There is no file ${path}.`)
    throw error instanceof Failure || error instanceof SyntaxError || code?.startsWith('Z_')
      ? damaged(path, message)
      : error
  }
  if (!ended) throw damaged(path, 'its end is missing')
}
