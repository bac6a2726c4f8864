import { digest, unlessDone } from './digest.mjs'
import { runTool } from './run-command.mjs'

// Generating needs no engine, only the name of some program: without one Prisma would fetch it.
const ENV = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' }

/** The database client, when the schema or Prisma changed. @param {AbortSignal} [signal] @returns {Promise<string>} a note */
export function generateClient(signal) {
  const sources = digest(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  return unlessDone('prisma/generated/.made-from', sources, () =>
    runTool('Generating the database client', 'prisma/build/index.js', ['generate'], ENV, signal),
  )
}
