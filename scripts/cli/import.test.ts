import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '@/scripts/testing/run-cli'

const folder = mkdtempSync(join(tmpdir(), 'tidemark-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const run = (args: string[]) => runCli(['import', ...args])

const GOOD = fileOf(
  'good.csv',
  'Account,Symbol,Shares,Price,Value\r\nRoth IRA,VTI,3,300.10,900.30\r\nRoth IRA,Cash,,,50\r\n,,,,\r\n',
)
const BAD = fileOf('bad.csv', 'Symbol,Shares\nVTI,1e400\n')

describe('tidemark import', () => {
  it('prints what stands in a file', async () => {
    const { code, stdout, stderr } = await run([GOOD])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const held = { account: 'Roth IRA', symbol: 'VTI', name: '', quantity: '3', price: '300.1', value: '900.3' }
    expect(JSON.parse(stdout)).toEqual({
      format: 'generic',
      accounts: [{ id: 'Roth IRA', name: 'Roth IRA', tax: 'free', cash: '50', currency: 'USD' }],
      holdings: [{ ...held, unitCost: null, currency: 'USD', class: expect.anything(), line: 2 }],
      rejected: [],
      skipped: [
        { line: 1, rule: 'header', text: 'Account,Symbol,Shares,Price,Value' },
        { line: 4, rule: 'blank', text: ',,,,' },
      ],
      notes: [{ line: 3, code: 'cash', values: { account: 'Roth IRA', amount: '50', currency: 'USD' } }],
    })
  })

  it('prints lots with their holding, and not among what was skipped', async () => {
    const lots = fileOf(
      'lots.xml',
      `<FlexQueryResponse><FlexStatement accountId="U1" toDate="20261030">
<OpenPosition currency="USD" symbol="VOO" position="10" markPrice="600" levelOfDetail="SUMMARY" />
<OpenPosition currency="USD" symbol="VOO" position="4" costBasisPrice="380.25" levelOfDetail="LOT" openDateTime="20250304;100111" />
<OpenPosition currency="USD" symbol="VOO" position="6" costBasisPrice="" levelOfDetail="LOT" openDateTime="20250304;100111" />
</FlexStatement></FlexQueryResponse>
`,
    )
    const { stdout } = await run([lots])
    const answer = JSON.parse(stdout)
    expect(answer.holdings[0].lots).toEqual([{ quantity: '4', unitCost: '380.25', acquired: '2025-03-04', line: 3 }])
    expect(answer.rejected).toMatchObject([{ line: 4, reason: 'lotCost' }])
    expect(answer.skipped.map(({ line }: { line: number }) => line)).toEqual([1, 5])
  })

  it('prints a line for each of several files, in their order, and says which held nothing', async () => {
    const { code, stdout, stderr } = await run([BAD, GOOD])
    const [bad, good] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(bad).toMatchObject({ holdings: [], rejected: [{ line: 2, reason: 'quantityNotNumber', text: 'VTI,1e400' }] })
    expect(good).toMatchObject({ holdings: [{ symbol: 'VTI' }] })
    expect(code).toBe(2)
    expect(stderr).toContain('bad.csv')
  })

  it.each([
    [fileOf('empty.csv', ''), 2, 'empty'],
    [fileOf('book.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), 2, 'workbook'],
    [fileOf('letter.txt', 'Dear reader\n'), 2, 'no columns'],
  ])('%s is of no format', async (path, code, words) => {
    const ended = await run([path])
    expect(ended.code).toBe(code)
    expect(JSON.parse(ended.stdout)).toEqual({
      format: null,
      accounts: [],
      holdings: [],
      rejected: [],
      skipped: [],
      notes: [],
    })
    expect(ended.stderr).toContain(words)
  })

  it.each([
    [[], 64, 'A file is missing'],
    [['--fast', GOOD], 64, '--fast'],
    [[join(folder, 'nowhere.csv')], 66, 'nowhere.csv'],
    [[folder], 66, 'cannot be read'],
  ])('%j is refused on standard error alone', async (args, code, words) => {
    const ended = await run(args)
    expect(ended).toMatchObject({ code, stdout: '' })
    expect(ended.stderr).toContain(words)
  })
})
