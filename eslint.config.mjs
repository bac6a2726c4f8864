// Only what Biome cannot say: who may import whom, and that lib/core is pure. Everything else is Biome's.
// Imports run downhill:  app -> flows -> db, feeds, formats -> core;  app -> auth -> db;  app -> components -> core.
import ts from 'typescript-eslint'

const LAYER = 'This folder may not import that one: imports run downhill, see ARCHITECTURE.md.'
const RELATIVE = 'Imports across folders use @/, so that the fence can see them.'
const PURE = 'lib/core is pure: pass it in.'

const TESTS = ['**/*.test.ts', '**/*.test.tsx']
const SOURCES = ['**/*.{ts,tsx}']

/** @param {string[]} folders */
const everythingIn = (folders) => folders.flatMap((folder) => [`@/${folder}`, `@/${folder}/**`])

/** From the first slash on, or a pattern would mean any folder of that name. @param {string[]} names */
const packages = (names) => names.flatMap((name) => [`/${name}`, `/${name}/**`])

const PRISMA = ['@/prisma/**', ...packages(['@prisma/client', '@prisma/adapter-pg', 'pg'])]
const FRAMEWORK = packages([
  'next',
  'next-auth',
  'next-intl',
  'react',
  'react-dom',
  'recharts',
  'sonner',
  'server-only',
])
const NODE = packages(['node:*', 'fs', 'path', 'crypto', 'child_process', 'os', 'net', 'http', 'https'])
const NOT_CORE = everythingIn(['lib/db', 'lib/feeds', 'lib/formats', 'lib/flows', 'lib/auth', 'lib/i18n', 'lib/env'])

/**
 * An import() of one of them. The selector's language ends a pattern at its first slash, hence the dots.
 * @param {string[]} banned
 */
const lazily = (banned) => {
  const folders = banned.filter((name) => !name.endsWith('*')).map((name) => name.replaceAll('/', '.'))
  return `ImportExpression[source.value=/^.?(${folders.join('|')})(.|$)/]`
}

/**
 * What a folder may never import. One rule for each folder: of two that match the same file the later would win.
 * @param {string} folder @param {string[]} banned
 */
const fence = (folder, banned, all = [...everythingIn(['app', 'e2e', 'scripts', 'bench']), ...banned]) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  ignores: TESTS,
  rules: {
    'no-restricted-syntax': ['error', { selector: lazily(all), message: LAYER }],
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: all, message: LAYER },
          { group: ['../**'], message: RELATIVE },
        ],
      },
    ],
  },
})

const fences = [
  fence('lib/core', [...NOT_CORE, ...everythingIn(['components']), ...PRISMA, ...FRAMEWORK, ...NODE]),
  fence('lib/formats', [
    ...everythingIn(['lib/db', 'lib/feeds', 'lib/flows', 'lib/auth', 'lib/i18n', 'lib/env', 'components']),
    ...[...PRISMA, ...FRAMEWORK, ...NODE],
  ]),
  // A feed is given its key and its time-out; the addresses it asks come from lib/env.
  fence('lib/feeds', [
    ...everythingIn(['lib/db', 'lib/flows', 'lib/auth', 'lib/i18n', 'components']),
    ...[...PRISMA, ...FRAMEWORK],
  ]),
  // The seed and the end-to-end fixtures import lib/db under plain Node, where `server-only` throws.
  fence('lib/db', [
    ...everythingIn(['lib/feeds', 'lib/formats', 'lib/flows', 'lib/auth', 'lib/i18n', 'components']),
    ...FRAMEWORK,
  ]),
  // A flow is given the user and the day, so that an action, a job and a test call it alike.
  fence('lib/flows', [
    ...everythingIn(['lib/auth', 'components']),
    ...[...PRISMA, ...packages(['next', 'next-auth', 'react', 'react-dom'])],
  ]),
  // A job calls flows, as an action does, but nobody is signed in.
  fence('lib/jobs', [
    ...everythingIn(['lib/auth', 'lib/feeds', 'components']),
    ...[...PRISMA, ...packages(['next', 'next-auth', 'react', 'react-dom'])],
  ]),
  fence('lib/auth', [...everythingIn(['lib/feeds', 'lib/formats', 'components']), ...PRISMA]),
  fence('lib/i18n', [
    ...everythingIn(['lib/db', 'lib/feeds', 'lib/formats', 'lib/flows', 'lib/auth', 'components']),
    ...PRISMA,
  ]),
  fence('components', [
    ...everythingIn(['lib/db', 'lib/feeds', 'lib/formats', 'lib/flows', 'lib/auth', 'lib/env']),
    ...[...PRISMA, ...packages(['next-auth'])],
  ]),
]

const noPrismaInApp = {
  files: ['app/**/*.{ts,tsx}', '*.ts'],
  ignores: TESTS,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: PRISMA, message: LAYER }] }] },
}

/** @param {string} selector */
const impure = (selector) => ({ selector, message: PURE })

/** No clock, no environment, no input or output, no chance, nothing that waits. */
const purity = {
  files: ['lib/core/**/*.ts', 'lib/formats/**/*.ts'],
  ignores: TESTS,
  rules: {
    'no-restricted-globals': [
      'error',
      ...['fetch', 'process', 'console', 'performance', 'crypto', 'window', 'document', 'localStorage', 'navigator'],
      ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'globalThis', 'require', 'Temporal'],
    ].map((name) => (name === 'error' ? name : { name, message: PURE })),
    'no-restricted-syntax': [
      'error',
      impure(':function[async=true]'),
      impure('AwaitExpression'),
      impure("NewExpression[callee.name='Promise']"),
      impure("MemberExpression[object.name='Promise']"),
      impure("NewExpression[callee.name='Date'][arguments.length=0]"),
      impure("CallExpression[callee.name='Date']"),
      impure("MemberExpression[object.name='Date'][property.name='now']"),
      impure("MemberExpression[object.name='Math'][property.name='random']"),
      impure('ImportExpression'),
    ],
  },
}

export default [
  { ignores: ['node_modules/**', '.next*/**', 'prisma/generated/**', '.data/**'] },
  { files: SOURCES, languageOptions: { parser: ts.parser }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  noPrismaInApp,
  ...fences,
  purity,
]
