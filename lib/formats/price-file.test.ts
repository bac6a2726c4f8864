import { describe, expect, it } from 'vitest'
import { type PriceFile, readPriceFile } from '@/lib/formats/price-file'

function fileOf(text: string): PriceFile {
  const reading = readPriceFile(text)
  if (!reading.ok) throw new Error(reading.fault)
  return reading.file
}

const faultOf = (text: string) => {
  const reading = readPriceFile(text)
  return reading.ok ? null : reading.fault
}

describe('a file of prices', () => {
  it('gives the last price of each month', () => {
    const file = fileOf('date,close\n2026-01-29,10\n2026-01-30,11\n2026-02-26,12\n2026-02-27,12.5\n')
    expect(file.months).toEqual([
      { month: '2026-01', value: 11 },
      { month: '2026-02', value: 12.5 },
    ])
    expect(file).toMatchObject({ from: '2026-01-29', to: '2026-02-27', rows: 4, adjusted: false, problems: [] })
  })

  it('takes adjusted prices where there are any, in any order of rows', () => {
    const text = '\ufeffDate,Open,Close,Adj Close\r\n2026-02-27,1,20,8\r\n2026-01-30,1,10,4\r\n'
    expect(fileOf(text)).toMatchObject({ adjusted: true, months: [{ value: 4 }, { value: 8 }] })
  })

  it('reads FRED’s header, Chinese titles, semicolons and files without a title', () => {
    expect(fileOf('observation_date,SP500\n2026-01-30,6000\n').months).toHaveLength(1)
    expect(fileOf('日期;收盘价\n2026年1月30日;1 000,5\n').months).toEqual([{ month: '2026-01', value: 1000.5 }])
    expect(fileOf('2026-01-30\t7\n2026-02-27\t8\n').months).toHaveLength(2)
    expect(fileOf('Date,Close/Last\n01/29/2026,$1.50\n01/30/2026,$2.50\n').months[0]?.value).toBe(2.5)
  })

  it('leaves out a last month that has not ended, unless the file is monthly', () => {
    expect(fileOf('date,close\n2026-01-29,1\n2026-01-30,2\n2026-02-03,3\n').months).toHaveLength(1)
    expect(fileOf('date,close\n2026-01-01,1\n2026-02-01,2\n2026-03-01,3\n').months).toHaveLength(3)
    expect(fileOf('month,close\n2026-01,1\n2026-02,2\n').months.map(({ month }) => month)).toEqual([
      '2026-01',
      '2026-02',
    ])
  })

  it('lists what it cannot read with line and reason, and keeps the rest', () => {
    const text =
      'date,close\n2026-01-30,1\nyesterday,2\n2026-02-27,twelve\n2026-03-31,0\n2026-01-30,9\n2026-04-30,null\n'
    const file = fileOf(text)
    expect(file.problems).toEqual([
      { line: 3, problem: 'date', text: 'yesterday' },
      { line: 4, problem: 'price', text: 'twelve' },
      { line: 5, problem: 'notPositive', text: '0' },
      { line: 6, problem: 'twoPrices', text: '2026-01-30' },
    ])
    expect(file).toMatchObject({ rows: 1, empty: 1, months: [{ month: '2026-01', value: 1 }] })
  })

  it('does not guess which number is the month', () => {
    expect(readPriceFile('date,close\n03/04/2026,1\n')).toMatchObject({
      fault: 'noPrices',
      problems: [{ line: 2, problem: 'ambiguousDate' }],
    })
  })

  it('says what is missing from the whole', () => {
    expect(faultOf('')).toBe('noPrices')
    expect(faultOf('<html><body>Too many requests</body></html>')).toBe('noDateColumn')
    expect(faultOf('date,open,volume\n2026-01-30,1,2\n')).toBe('noPriceColumn')
    expect(faultOf('date,close\n"2026-01-30,1\n')).toBe('unreadable')
    expect(faultOf(`date,close\n${'2026-01-30,1\n'.repeat(400_000)}`)).toBe('tooLong')
  })
})
