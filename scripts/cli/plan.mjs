import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { answerStream } from './stream.mjs'
import { EXIT, USAGE } from './usage.mjs'

const ENGINE = 'scripts/cli/engine.ts'

/** @typedef {typeof import('./engine.ts')} Engine */

/** @param {string} message */
function misuse(message) {
  process.stderr.write(`${message}\n\n${USAGE}`)
  return EXIT.usage
}

/** @param {string[]} args */
function readArgs(args) {
  try {
    const options = /** @type {const} */ ({ ndjson: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } })
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length > 1) return 'Only one file can be read.'
    return { file: positionals[0], ndjson: values.ndjson ?? false, help: values.help ?? false }
  } catch (error) {
    return /** @type {Error} */ (error).message
  }
}

/** @param {AsyncIterable<Uint8Array>} input @param {URL} engine */
async function answerOne(input, engine) {
  const pieces = []
  for await (const piece of input) pieces.push(piece)
  /** @type {Engine} */
  const { answerBytes } = await import(engine.href)
  const answer = answerBytes(Buffer.concat(pieces), 'The request')
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  if (answer.status === 'invalid') return EXIT.invalid
  return answer.status === 'infeasible' ? EXIT.infeasible : EXIT.answered
}

/** @param {string | undefined} file */
async function openInput(file) {
  if (file === undefined || file === '-') return process.stdin
  const handle = await open(file)
  if (!(await handle.stat()).isDirectory()) return createReadStream('', { fd: handle })
  await handle.close()
  throw new Error(`${file} is a folder`)
}

/** `plan [file] [--ndjson]` @param {string[]} args @returns {Promise<number>} the exit code */
export async function plan(args) {
  const asked = readArgs(args)
  if (typeof asked === 'string') return misuse(asked)
  if (asked.help) {
    process.stdout.write(USAGE)
    return EXIT.answered
  }
  const input = await openInput(asked.file).catch((/** @type {Error} */ error) => error)
  if (input instanceof Error) {
    process.stderr.write(`The file cannot be read: ${input.message}\n`)
    return EXIT.noInput
  }
  const engine = await bundle(ENGINE)
  if (!asked.ndjson) return answerOne(input, engine)
  return (await answerStream(input, engine)) ? EXIT.answered : EXIT.fault
}
