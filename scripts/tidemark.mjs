// `npm run -s tidemark -- <command>`: the product without its screens. Needs no build: what is TypeScript is bundled at each start.
import { importFiles } from './cli/import.mjs'
import { plan } from './cli/plan.mjs'
import { regime } from './cli/regime.mjs'
import { EXIT, USAGE } from './cli/usage.mjs'
import { verify } from './cli/verify.mjs'

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const COMMANDS = { plan, regime, import: importFiles, verify }

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function main([name = '', ...args]) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command) return command(args)
  const asked = name === '--help' || name === '-h'
  if (asked) process.stdout.write(USAGE)
  else process.stderr.write(`${name === '' ? 'A command is missing.' : `There is no command ${name}.`}\n\n${USAGE}`)
  return asked ? EXIT.answered : EXIT.usage
}

// Whoever reads the answers may stop reading; that is no fault.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') console.error(error)
  process.exit(error.code === 'EPIPE' ? EXIT.answered : EXIT.fault)
})
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error)
  process.exitCode = EXIT.fault
}
