import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { EXIT, USAGE } from './usage.mjs'

const ENGINE = 'scripts/cli/regime-engine.ts'

/** @typedef {typeof import('./regime-engine.ts')} Engine @typedef {import('./regime-engine.ts').SeriesFile} SeriesFile */

/** @param {string} message */
function misuse(message) {
  process.stderr.write(`${message}\n\n${USAGE}`)
  return EXIT.usage
}

/** @param {string[]} args */
function readArgs(args) {
  const date = /** @type {const} */ ({ type: 'string' })
  const options = /** @type {const} */ ({ data: date, from: date, to: date, help: { type: 'boolean', short: 'h' } })
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    return /** @type {Error} */ (error).message
  }
}

/** A file that is not there is no file: which series must be is the engine's to say. @param {string} folder @param {Engine['LEG_SERIES']} ids */
async function readFiles(folder, ids) {
  /** @type {SeriesFile[]} */
  const files = []
  for (const id of ids) {
    try {
      files.push({ id, text: await readFile(join(folder, `${id}.csv`), 'utf8') })
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error
    }
  }
  return files
}

/** @param {string} folder @param {Engine['LEG_SERIES']} ids @returns {Promise<SeriesFile[] | Error>} */
async function open(folder, ids) {
  try {
    if (!(await stat(folder)).isDirectory()) return new Error(`${folder} is no folder`)
    return await readFiles(folder, ids)
  } catch (error) {
    return /** @type {Error} */ (error)
  }
}

/** `regime --data DIR [--from D] [--to D]` @param {string[]} args @returns {Promise<number>} the exit code */
export async function regime(args) {
  const asked = readArgs(args)
  if (typeof asked === 'string') return misuse(asked)
  if (asked.help) {
    process.stdout.write(USAGE)
    return EXIT.answered
  }
  if (!asked.data) return misuse('The folder with the series is missing: --data DIR.')
  /** @type {Engine} */
  const { LEG_SERIES, answerRegime, isoDate } = await import((await bundle(ENGINE)).href)
  const [from, to] = [asked.from, asked.to].map((text) => (text === undefined ? undefined : isoDate(text)))
  if (from === null) return misuse(`--from is no date of the form YYYY-MM-DD: ${asked.from}`)
  if (to === null) return misuse(`--to is no date of the form YYYY-MM-DD: ${asked.to}`)
  if (from && to && from > to) return misuse('--from is later than --to.')
  const files = await open(asked.data, LEG_SERIES)
  if (files instanceof Error) {
    process.stderr.write(`The data cannot be read: ${files.message}\n`)
    return EXIT.noInput
  }
  const { csv, remarks } = answerRegime(files, { ...(from && { from }), ...(to && { to }) })
  for (const remark of remarks) process.stderr.write(`${remark}\n`)
  if (csv === null) return EXIT.invalid
  if (!process.stdout.write(csv)) await once(process.stdout, 'drain')
  return EXIT.answered
}
