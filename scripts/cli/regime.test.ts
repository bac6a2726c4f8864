import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { daysBefore, type IsoDate } from '@/lib/core/units'
import { PROGRAM, runCli } from '@/scripts/testing/run-cli'

const folders: string[] = []
afterAll(() => folders.map((folder) => rmSync(folder, { recursive: true })))

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-regime-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const run = (args: string[]) => runCli(['regime', ...args])

/** `days` values, a step apart, up to a date. */
function series(header: string, until: string, step: number, values: (i: number) => number, count: number): string {
  const dates = Array.from({ length: count }, (_, i) => daysBefore(until as IsoDate, (count - 1 - i) * step))
  return `${header}\r\n${dates.map((date, i) => `${date},${values(i)}`).join('\r\n')}\r\n`
}

/** A balance sheet that does not change, and a funds rate that fell by 50 bp on 2026-01-01. */
const FILES = {
  'WALCL.csv': series('observation_date,WALCL', '2026-03-25', 7, () => 6_500_000, 60),
  'DFF.csv': series('date,value', '2026-03-27', 1, (i) => (i >= 215 ? 3.5 : 4), 301),
  'DGS2.csv': series('date,value', '2026-03-26', 1, () => 3.5, 40),
  'FEDFUNDS.csv': 'date,value\n2026-03-01,not read\n',
}

describe('tidemark regime', () => {
  it('prints a row for each Friday, to the one after the newest of both mandatory legs', async () => {
    const { code, stdout, stderr } = await run(['--data', folderOf(FILES), '--from', '2026-03-10'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const row = 'NEUTRAL,0.5833,0.5000,0.6389,0.75,0.0000,-50.0000,0.0000,,'
    expect(stdout.split('\n')).toEqual([
      'friday,state,score,axis_liquidity,axis_rates,coverage,bs_raw,rate_raw,exp_raw,res_raw,fund_raw',
      `2026-03-13,${row}`,
      `2026-03-20,${row}`,
      `2026-03-27,${row}`,
      '',
    ])
  })

  it('goes on past the data when asked, and says that it knows nothing', async () => {
    const { stdout } = await run(['--data', folderOf(FILES), '--from', '2026-04-03', '--to', '2026-04-12'])
    expect(stdout.split('\n').slice(1, 3)).toEqual([
      '2026-04-03,NEUTRAL,0.5833,0.5000,0.6389,0.75,0.0000,-50.0000,0.0000,,',
      '2026-04-10,UNKNOWN,0.5000,0.5000,,0.30,0.0000,,,,',
    ])
  })

  it('leaves bad values out and names them on standard error', async () => {
    const files = { ...FILES, 'WRESBAL.csv': 'date,value\n2026-03-18,3000.1\n', 'SOFR.csv': '<!DOCTYPE html>' }
    const { code, stdout, stderr } = await run(['--data', folderOf(files), '--from', '2026-03-27'])
    expect({ code, rows: stdout.split('\n').length }).toEqual({ code: 0, rows: 3 })
    expect(stderr).toContain('WRESBAL.csv, line 2')
    expect(stderr).toContain('SOFR.csv, line 1')
  })

  it.each([
    [['--data', folderOf({ ...FILES, 'DFF.csv': '' })], 2, 'DFF'],
    [['--data', folderOf({ 'DFF.csv': FILES['DFF.csv'] })], 2, 'WALCL'],
    [['--data', join(folderOf({}), 'nowhere')], 66, 'nowhere'],
    [['--data', PROGRAM], 66, 'no folder'],
    [[], 64, '--data'],
    [['--data', '.', 'more'], 64, 'more'],
    [['--data', '.', '--from', '2026-02-30'], 64, '--from'],
    [['--data', '.', '--to', 'today'], 64, '--to'],
    [['--data', '.', '--from', '2026-02-02', '--to', '2026-02-01'], 64, '--from'],
  ])('%j is refused on standard error alone', async (args, code, words) => {
    const ended = await run(args)
    expect(ended).toMatchObject({ code, stdout: '' })
    expect(ended.stderr).toContain(words)
  })
})
