import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const needDatabase = ['lib/db/**/*.test.ts', 'lib/flows/**/*.test.ts', 'lib/jobs/**/*.test.ts', 'prisma/**/*.test.ts']
// Each worker has a database of its own, and an embedded one takes half a gigabyte.
const workers = Math.min(3, availableParallelism())

/** The tests that need no database, with the machine's clock in one time zone. */
const unitIn = (name: string, TZ: string, without: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    env: { TZ },
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.next*/**', ...needDatabase, ...without],
  },
})

export default defineConfig({
  resolve: {
    alias: {
      '@': root.replace(/[\\/]$/, ''),
      // Its real entry throws outside of a server build.
      'server-only': `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    maxWorkers: workers,
    // The properties compute for seconds, and for longer on a busy machine.
    testTimeout: 60_000,
    projects: [
      unitIn('unit', 'UTC'),
      // What is compared with other solvers takes seconds and knows no time zone.
      unitIn('unit west of Greenwich', 'America/Los_Angeles', ['bench/**']),
      {
        extends: true,
        test: {
          name: 'db',
          include: needDatabase,
          exclude: ['node_modules/**'],
          globalSetup: './scripts/testing/databases.ts',
          setupFiles: './scripts/testing/database.ts',
          provide: { workers },
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
