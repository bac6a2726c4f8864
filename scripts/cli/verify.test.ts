import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan } from '@/lib/core/plan'
import { inputHash } from '@/lib/flows/input-hash'
import { planJson } from '@/lib/formats/plan-json'

const PROGRAM = fileURLToPath(new URL('../tidemark.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tidemark-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

function run(args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, 'verify', ...args])
    const ended = { stdout: '', stderr: '' }
    child.stdout.on('data', (piece) => {
      ended.stdout += piece
    })
    child.stderr.on('data', (piece) => {
      ended.stderr += piece
    })
    child.on('close', (code) => resolve({ ...ended, code }))
  })
}

const snapshot = notate(
  'bank taxable cash 1000.50; VTI growth 10 @ 250 lot 10 @ 120.125 2020-01-02; BND longBonds 0 @ 70',
)
const policy = examplePolicy()
const { plan, issues } = buildPlan(snapshot, policy)
if (!plan) throw new Error('The example has no plan')
const adoption = {
  ...policy.target,
  id: 'a',
  origin: { kind: 'holdings' as const },
  adoptedAt: '2026-11-19T08:00:00.000Z',
}
const document = { snapshot, policy, adoption, plan, issues, inputHash: inputHash(snapshot, policy) }
const text = planJson({ name: '招商', savedAt: '2026-11-20T10:00:00.000Z', approvedAt: null, document })

const GOOD = fileOf('good.json', text)
/** One digit of the file changed, wherever it is. */
const spoilt = (name: string, spoil: (json: ReturnType<typeof JSON.parse>) => void): string => {
  const json = JSON.parse(text)
  spoil(json)
  return fileOf(name, JSON.stringify(json))
}

describe('tidemark verify', () => {
  it('passes an exported plan, with one line for each check', async () => {
    const { code, stdout, stderr } = await run([GOOD])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^check +ok +detail\nhash +ok +/)
    expect(stdout).toMatch(/^lowerBound +ok +.*compared$/m)
    expect(stdout).not.toContain('FAILED')
  })

  it.each([
    ['hash', spoilt('h.json', (j) => Object.assign(j.snapshot.holdings[0], { price: '250.01' }))],
    ['cash', spoilt('c.json', (j) => Object.assign(j.plan.cashAfter, { [j.snapshot.accounts[0].id]: '0.01' }))],
    ['quantities', spoilt('q.json', (j) => Object.assign(j.plan.trades[0], { quantity: '11' }))],
    ['lots', spoilt('l.json', (j) => Object.assign(j.plan.trades[0].lots[0], { quantity: '10.5' }))],
    ['lowerBound', spoilt('b.json', (j) => Object.assign(j.plan.certificate, { lowerBound: '999999.0000' }))],
  ])('says that %s failed, and ends with 1', async (check, path) => {
    const { code, stdout } = await run([path, '--json'])
    const lines = JSON.parse(stdout) as { check: string; ok: boolean; detail: string }[]
    const failed = lines.filter((line) => !line.ok)
    expect(failed.map((line) => line.check)).toContain(check)
    expect(failed.every((line) => line.detail.includes('stated') || line.detail.includes('input'))).toBe(true)
    expect(code).toBe(1)
  })

  it.each([
    [[fileOf('other.json', '{"format":"other"}')], 2, 'not an exported plan'],
    [[fileOf('letter.txt', 'Dear reader')], 2, 'not an exported plan'],
    [[], 64, 'A file is missing'],
    [['--fast', GOOD], 64, '--fast'],
    [[join(folder, 'nowhere.json')], 66, 'cannot be read'],
  ])('%j is refused on standard error alone', async (args, code, words) => {
    const ended = await run(args)
    expect(ended).toMatchObject({ code, stdout: '' })
    expect(ended.stderr).toContain(words)
  })
})
