import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { EXIT, USAGE } from './usage.mjs'

const ENGINE = 'scripts/cli/import-engine.ts'

/** @typedef {typeof import('./import-engine.ts')} Engine */

/** @param {string} message */
function misuse(message) {
  process.stderr.write(`${message}\n\n${USAGE}`)
  return EXIT.usage
}

/** @param {string[]} args */
function readArgs(args) {
  try {
    const options = /** @type {const} */ ({ help: { type: 'boolean', short: 'h' } })
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { files: positionals, help: values.help ?? false }
  } catch (error) {
    return /** @type {Error} */ (error).message
  }
}

/** @param {string} text waits while whoever reads is slower */
async function write(text) {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** `import FILE…` @param {string[]} args @returns {Promise<number>} the exit code */
export async function importFiles(args) {
  const asked = readArgs(args)
  if (typeof asked === 'string') return misuse(asked)
  if (asked.help) {
    process.stdout.write(USAGE)
    return EXIT.answered
  }
  const { files } = asked
  if (files.length === 0) return misuse('A file is missing.')
  /** @type {Engine} */
  const { answerImport } = await import((await bundle(ENGINE)).href)
  /** @type {Set<number>} */
  const codes = new Set()
  for (const path of files) {
    const bytes = await readFile(path).catch((/** @type {Error} */ error) => error)
    if (bytes instanceof Error) {
      process.stderr.write(`${path} cannot be read: ${bytes.message}\n`)
      codes.add(EXIT.noInput)
      continue
    }
    const { file, problem } = answerImport(bytes, basename(path))
    await write(`${JSON.stringify(file, null, files.length === 1 ? 2 : 0)}\n`)
    if (problem === null) continue
    process.stderr.write(`Nothing could be read from ${path}: ${problem}.\n`)
    codes.add(EXIT.invalid)
  }
  if (codes.has(EXIT.noInput)) return EXIT.noInput
  return codes.has(EXIT.invalid) ? EXIT.invalid : EXIT.answered
}
