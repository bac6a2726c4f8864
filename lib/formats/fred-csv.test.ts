import { describe, expect, it } from 'vitest'
import { readFredCsv } from '@/lib/formats/fred-csv'

const codes = (text: string, file?: string) =>
  readFredCsv(text, file).problems.map(({ code, line, column }) => `${line} ${column} ${code}`)

describe('readFredCsv', () => {
  it('reads several series under the header of FRED', () => {
    const { series, problems } = readFredCsv(
      '\ufeffobservation_date,WALCL,wresbal\r\n2026-09-30,6743031,2935287\r\n2026-09-23,6747704,.\r\n\r\n',
    )
    expect(problems).toEqual([])
    expect(series).toEqual({
      WALCL: [
        { date: '2026-09-23', value: 6747704 },
        { date: '2026-09-30', value: 6743031 },
      ],
      WRESBAL: [{ date: '2026-09-30', value: 2935287 }],
    })
  })

  it.each(['DFF.csv', 'downloads/dff (2).csv', 'C:\\files\\DFF.CSV'])('takes the series from the name %s', (file) => {
    const { series, problems } = readFredCsv('date,value\n2026-08-19,3.63\n2026-08-20,\n', file)
    expect({ series, problems }).toEqual({ series: { DFF: [{ date: '2026-08-19', value: 3.63 }] }, problems: [] })
  })

  it('keeps the last of several values of one date', () => {
    const { series } = readFredCsv('date,DFF\n2026-08-20,3.63\n2026-08-19,3.6\n2026-08-20,3.64')
    expect(series.DFF?.map(({ value }) => value)).toEqual([3.6, 3.64])
  })

  it.each([
    ['', '1  header'],
    ['<!DOCTYPE html><html lang="en">', '1  header'],
    ['month,DFF\n2026-08-20,3.63', '1  header'],
    ['date\n2026-08-20', '1  header'],
    ['date,value\n2026-08-20,3.63', '1 value unknownSeries'],
    ['date,GDP\n2026-08-20,3.63', '1 GDP unknownSeries'],
  ])('answers %j with what is wrong, not with a throw', (text, problem) => {
    expect(readFredCsv(text, 'fredgraph.csv').series).toEqual({})
    expect(codes(text, 'fredgraph.csv')).toEqual([problem])
  })

  it('lists every bad row with its line and keeps the others', () => {
    const text = [
      'date,DFF,DFF,XYZ',
      '2026-02-30,3.6,3.6,1',
      '2026-08-18,3.6',
      '2026-08-19,3;6,3.6,1',
      '2026-08-20,3.63,9,9',
    ]
    expect(codes(text.join('\n'))).toEqual([
      '1 DFF repeatedSeries',
      '1 XYZ unknownSeries',
      '2 date date',
      '3  cells',
      '4 DFF value',
    ])
    expect(readFredCsv(text.join('\n')).series).toEqual({ DFF: [{ date: '2026-08-20', value: 3.63 }] })
  })

  it.each([
    ['WALCL', '6743.031', 1000],
    ['WRESBAL', '2935.287', 1000],
    ['WTREGEN', '941.926', 1000],
    ['WTREGEN', '941926000', 1 / 1000],
    ['WSHOMCB', '1930.728', 1000],
    ['TREAST', '4542228000000', 1 / 1_000_000],
    ['DFF', '363', 1 / 100],
    ['UNRATE', '410', 1 / 100],
  ])('refuses %s of %s as one in other units', (id, text, factor) => {
    const { series, problems } = readFredCsv(`date,${id}\n2026-08-19,${text}`)
    expect(series).toEqual({})
    expect(problems[0]).toMatchObject({ code: 'otherUnits', line: 2, column: id, factor })
  })

  it('refuses what no unit explains', () => {
    expect(codes('date,WALCL\n2026-08-19,-5\n2026-08-26,0')).toEqual([
      '2 WALCL implausible',
      '3 WALCL implausible',
      '1 WALCL noValues',
    ])
  })

  it('accepts what was small before the purchases of 2009', () => {
    expect(codes('date,WRESBAL,WTREGEN,WALCL\n2006-03-08,2795,5959,828000')).toEqual([])
  })

  it('lists a hundred problems and counts the rest', () => {
    const { problems, more } = readFredCsv(`date,DFF\n${'2026-08-20,x\n'.repeat(250)}`)
    expect([problems.length, more]).toEqual([100, 151])
  })
})
