import { describe, expect, it } from 'vitest'
import { MOST_CHARACTERS, MOST_LINES } from '@/lib/formats/paste-limits'
import { type Block, readBlock } from '@/lib/formats/pasted-block'

function block(text: string, accounts: string[] = [], choice?: Parameters<typeof readBlock>[2]): Block {
  const read = readBlock(text, accounts, choice)
  if (!read.ok) throw new Error(read.problem)
  return read.block
}
const cells = (b: Block) => b.lines.map((line) => line.cells)

describe('readBlock', () => {
  it('reads what a spreadsheet copies, with titles', () => {
    const b = block(
      'Symbol\tDescription\tShares\tLast Price\r\nVTI\tTotal "US" market\t10\t$250.10\r\nBND\t\t5\t70\r\n',
    )
    expect(b.header).toBe(true)
    expect(b.titles).toEqual(['Symbol', 'Description', 'Shares', 'Last Price'])
    expect(b.roles).toEqual(['symbol', 'name', 'quantity', 'price'])
    expect(cells(b)).toEqual([
      ['VTI', 'Total "US" market', '10', '$250.10'],
      ['BND', '', '5', '70'],
    ])
    expect(b.lines.map((line) => line.line)).toEqual([2, 3])
  })

  it('reads Chinese titles', () => {
    const b = block('证券代码\t证券名称\t数量\t现价\t价格日期\t账户\nAAPL\t苹果\t3\t200\t2026年11月20日\t券商\n', [
      '券商',
    ])
    expect(b.roles).toEqual(['symbol', 'name', 'quantity', 'price', 'pricedOn', 'account'])
  })

  it('reads a quoted CSV with separators, quotes and line breaks in its cells', () => {
    const b = block('\ufeffTicker,Name,Quantity\n"BRK.B","Berkshire, ""B""\nclass","1,234"\n')
    expect(cells(b)).toEqual([['BRK.B', 'Berkshire, "B"\nclass', '1,234']])
  })

  it('reads semicolons where commas are decimal marks', () => {
    const b = block('Symbol;Quantity;Price\nVTI;1.234,56;250,10\nBND;2;70,00')
    expect(cells(b)[0]).toEqual(['VTI', '1.234,56', '250,10'])
  })

  it('guesses columns without titles from what stands in them', () => {
    expect(block('VTI\t10\t250.1\nBND\t5\t70').roles).toEqual(['symbol', 'quantity', 'price'])
    const b = block('Roth\tVanguard fund\tVTI\t10\t2026-11-20\t250\t2500', ['roth'])
    expect(b).toMatchObject({
      header: false,
      roles: ['account', 'name', 'symbol', 'quantity', 'pricedOn', 'price', 'ignore'],
    })
  })

  it('does not take a line of data for titles', () => {
    expect(block('VTI\t10\nBND\t5')).toMatchObject({ header: false, lines: [{ line: 1 }, { line: 2 }] })
  })

  it('leaves out empty lines and keeps the numbers of the others', () => {
    expect(block('VTI\t1\n\n\t\nBND\t2\n\n').lines.map((line) => line.line)).toEqual([1, 4])
  })

  it('fills short lines up', () => {
    expect(cells(block('VTI\t1\t2\nBND'))).toEqual([
      ['VTI', '1', '2'],
      ['BND', '', ''],
    ])
  })

  it('follows the choice of the user, one column a role', () => {
    const choice = { roles: ['symbol', 'price', 'price'] as const, header: false }
    const b = block('Symbol\tQuantity\tPrice\nVTI\t1\t2', [], { ...choice, roles: [...choice.roles] })
    expect(b).toMatchObject({ header: false, roles: ['symbol', 'price', 'ignore'], lines: [{ line: 1 }, { line: 2 }] })
  })

  it('survives a lone quotation mark', () => {
    expect(cells(block('VTI\t"Total\t5'))[0]?.[0]).toBe('VTI')
  })

  it('takes the apostrophe off a cell that an export had neutralised', () => {
    expect(cells(block("VTI\t'=fund\t5"))[0]?.[1]).toBe('=fund')
  })

  it.each([
    ['', 'empty'],
    ['\n\t\n', 'empty'],
    ['x'.repeat(MOST_CHARACTERS + 1), 'tooLong'],
    ['VTI\t1\n'.repeat(MOST_LINES + 2), 'tooLong'],
  ])('refuses what it cannot take', (text, problem) => {
    expect(readBlock(text, [])).toEqual({ ok: false, problem })
  })
})
