import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PLAN_EXAMPLES } from '@/lib/formats/plan-examples'
import { PROGRAM, runCli } from '@/scripts/testing/run-cli'

const asked = (status: string) => JSON.stringify(PLAN_EXAMPLES.find((known) => known.status === status)?.request)
const lines = (text: string): string[] => text.split('\n').filter(Boolean)

const folder = mkdtempSync(join(tmpdir(), 'tidemark-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('tidemark plan', () => {
  it('answers a request from standard input, and from a file', async () => {
    const file = join(folder, 'request.json')
    writeFileSync(file, `\ufeff${asked('optimal')}`)
    const [byPipe, byFile] = [await runCli(['plan'], asked('optimal')), await runCli(['plan', file])]
    expect(byPipe).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(byPipe.stdout)).toMatchObject({ total: '10000.00' })
    expect(byFile).toEqual(byPipe)
  })

  it.each([
    ['invalid', asked('invalid'), 2],
    ['infeasible', asked('infeasible'), 3],
    ['invalid', '{bad', 2],
    ['invalid', '', 2],
    ['invalid', new Uint8Array([123, 255, 125]), 2],
  ])('is %s by its exit code, too (%#)', async (status, input, code) => {
    const ended = await runCli(['plan'], input)
    expect(ended).toMatchObject({ code, stderr: '' })
    expect(JSON.parse(ended.stdout)).toMatchObject({ status, trades: [] })
  })

  it.each([
    [['plan', '--fast'], 64],
    [['plan', 'a', 'b'], 64],
    [['paln'], 64],
    [[], 64],
    [['plan', join(folder, 'nowhere.json')], 66],
    [['plan', folder], 66],
  ])('%j is refused on standard error alone', async (args, code) => {
    const ended = await runCli(args)
    expect(ended).toMatchObject({ code, stdout: '' })
    expect(ended.stderr).not.toBe('')
  })

  it('explains itself when asked', async () => {
    expect(await runCli(['plan', '--help'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Usage:'),
    })
  })
})

describe('tidemark plan --ndjson', () => {
  const request = PLAN_EXAMPLES[0]?.request ?? {}
  /** A request whose answer names its number. */
  const numbered = (n: number) => JSON.stringify({ ...request, accounts: [{ id: 'A', tax: 'free', cash: `${n}` }] })

  it('answers every line in its place, the bad ones too', async () => {
    const input = Array.from({ length: 600 }, (_, i) => (i % 7 === 3 ? `{bad ${i}` : numbered(i)))
    const ended = await runCli(['plan', '--ndjson'], `${input.join('\r\n')}\n\n`)
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const answers = lines(ended.stdout).map((line) => JSON.parse(line))
    expect(answers).toHaveLength(600)
    for (const [i, answer] of answers.entries()) {
      if (i % 7 === 3) {
        expect(answer).toMatchObject({
          status: 'invalid',
          issues: [{ code: 'json.invalid', subject: `Line ${i + 1}` }],
        })
      } else expect(answer.total).toBe(`${10_000 + i}.00`)
    }
  })

  it('answers a last line without an end, and nothing where nothing is asked', async () => {
    expect(lines((await runCli(['plan', '--ndjson'], numbered(1))).stdout)).toHaveLength(1)
    expect(await runCli(['plan', '--ndjson'], '\n \n')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'plan', '--ndjson'])
    let stderr = ''
    child.stderr.on('data', (piece) => {
      stderr += piece
    })
    child.stdin.on('error', () => {})
    child.stdin.end(`${numbered(1)}\n`.repeat(3000))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})
