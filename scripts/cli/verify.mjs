import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { EXIT, USAGE } from './usage.mjs'

const ENGINE = 'scripts/cli/verify-engine.ts'

/** @typedef {typeof import('./verify-engine.ts')} Engine */

/** @param {string} message */
function misuse(message) {
  process.stderr.write(`${message}\n\n${USAGE}`)
  return EXIT.usage
}

/** @param {string[]} args */
function readArgs(args) {
  try {
    const options = /** @type {const} */ ({ json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } })
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length > 1) return 'Only one file can be checked.'
    return { file: positionals[0], json: values.json ?? false, help: values.help ?? false }
  } catch (error) {
    return /** @type {Error} */ (error).message
  }
}

/** @param {string} path */
async function read(path) {
  if (path !== '-') return readFile(path)
  const pieces = []
  for await (const piece of process.stdin) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** `verify FILE [--json]` @param {string[]} args @returns {Promise<number>} the exit code */
export async function verify(args) {
  const asked = readArgs(args)
  if (typeof asked === 'string') return misuse(asked)
  if (asked.help) {
    process.stdout.write(USAGE)
    return EXIT.answered
  }
  const { file, json } = asked
  if (file === undefined) return misuse('A file is missing.')
  const bytes = await read(file).catch((/** @type {Error} */ error) => error)
  if (bytes instanceof Error) {
    process.stderr.write(`${file} cannot be read: ${bytes.message}\n`)
    return EXIT.noInput
  }
  /** @type {Engine} */
  const { answerVerify, asTable } = await import((await bundle(ENGINE)).href)
  const lines = answerVerify(bytes)
  if (!lines) {
    process.stderr.write(`${file} is not an exported plan.\n`)
    return EXIT.invalid
  }
  const text = json ? `${JSON.stringify(lines, null, 2)}\n` : asTable(lines)
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  return lines.every(({ ok }) => ok) ? EXIT.answered : EXIT.refuted
}
