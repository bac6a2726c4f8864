import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * The least version that may be installed with the product, anywhere in the tree, and why. A downgrade of one of these would bring back a known hole, however
 * well everything else works.
 */
const FLOORS: Record<string, [version: string, why: string]> = {
  next: ['16.3.3', 'execution of foreign code in the image optimizer'],
  react: ['19.2.3', 'execution of foreign code in the decoder of server actions'],
  'react-dom': ['19.2.3', 'as react'],
  'next-auth': ['4.24.15', 'the last fixes of the only stable line'],
  nodemailer: ['9.0.0', 'mail to another domain by a quoted address; files and addresses read by options'],
  '@node-rs/argon2': ['2.0.2', 'hashes of passwords'],
  '@prisma/client': ['7.10.0', 'what our own migrations were tried with'],
  '@simplewebauthn/server': ['14.0.0', 'checks of passkeys'],
  pg: ['8.23.0', 'the client of the database'],
  uuid: ['11.1.1', 'predictable bytes in a given buffer'],
  tmp: ['0.2.7', 'files outside of the folder by a symbolic link'],
  fflate: ['0.8.2', 'bounds while unpacking'],
  zod: ['4.1.0', 'every input passes it'],
}

interface Lock {
  packages: Record<string, { version?: string; dev?: boolean }>
}

/** What the tests alone need serves nobody. */
const installed = Object.entries((JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock).packages)
  .filter(([, { dev }]) => !dev)
  .map(([path, { version = '' }]) => ({ name: path.split('node_modules/').at(-1) ?? '', path, version }))

const parts = (version: string): number[] => (version.split('-')[0] ?? '').split('.').map(Number)

function isBelow(version: string, floor: string): boolean {
  const [has, needs] = [parts(version), parts(floor)]
  const at = [0, 1, 2].find((place) => has[place] !== needs[place])
  return at === undefined ? version.includes('-') : (has[at] ?? 0) < (needs[at] ?? 0)
}

describe('isBelow', () => {
  it.each([
    ['16.3.2', '16.3.3', true],
    ['16.10.0', '16.3.3', false],
    ['16.3.3', '16.3.3', false],
    ['16.3.3-canary.1', '16.3.3', true],
    ['9.0.0', '16.3.3', true],
  ])('%s of %s: %s', (version, floor, below) => {
    expect(isBelow(version, floor)).toBe(below)
  })
})

describe('what is installed', () => {
  it.each(Object.entries(FLOORS))('has no %s below %s', (name, [floor]) => {
    const found = installed.filter((one) => one.name === name)
    expect(found.length, `${name} is installed`).toBeGreaterThan(0)
    expect(found.filter(({ version }) => isBelow(version, floor))).toEqual([])
  })

  it('has no image optimizer at work', () => {
    expect(readFileSync('next.config.ts', 'utf8')).toContain('images: { unoptimized: true }')
  })

  it('has nothing of the packages that must not be here', () => {
    expect(installed.filter(({ name }) => ['xlsx', 'request', 'vm2'].includes(name))).toEqual([])
  })
})
