import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { digest, unlessDone } from './digest.mjs'
import { root } from './root.mjs'
import { runTool } from './run-command.mjs'

const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'package-lock.json', 'tsconfig.json'],
  ...['next.config.ts', 'postcss.config.mjs', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts'],
]

/** Where Next builds; tests and a running app keep apart by it. */
export const buildFolder = () => process.env.NEXT_DIST_DIR ?? '.next'

/** The production build, when its sources changed. @param {AbortSignal} [signal] @returns {Promise<string>} a note */
export function buildApp(signal) {
  const sources = digest(SOURCES, (path) => !/\.(test\.tsx?|md)$/.test(path))
  const stamp = `${buildFolder()}/made-from`
  return unlessDone(stamp, sources, async () => {
    // A build that breaks off leaves a folder that is neither the old one nor the new one.
    rmSync(join(root, stamp), { force: true })
    await runTool(
      'The build',
      'next/dist/bin/next',
      ['build'],
      { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      signal,
    )
  })
}
