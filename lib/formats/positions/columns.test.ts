import { describe, expect, it } from 'vitest'
import { columnsOf, plainTitle } from '@/lib/formats/positions/columns'

describe('plainTitle', () => {
  it.each([
    ['Qty (Quantity)', 'qty'],
    ['Market Value ($)', 'market value'],
    ['Price (USD)', 'price'],
    ['Price (EUR)', 'price eur'],
    ['Value €', 'value €'],
    ['Portfolio %', 'portfolio %'],
    ['avg_entry.price', 'avg entry price'],
    ['Today’s P/L', "today's p/l"],
    ['市值（元）', '市值'],
  ])('reads %j as %j', (cell, title) => expect(plainTitle(cell)).toBe(title))
})

describe('columnsOf', () => {
  const titles = { symbol: ['symbol'], quantity: ['shares', 'quantity'] }

  it('takes the first title that is there', () => {
    expect(columnsOf(['Quantity', 'Symbol', 'Shares'], titles)).toEqual({ symbol: 1, quantity: 2 })
  })

  it('is null without a column that is needed, and for a row of figures', () => {
    expect(columnsOf(['Symbol', 'Price'], titles, ['quantity'])).toBeNull()
    expect(columnsOf(['Symbol', 'Shares', '11/20/2026'], titles)).toBeNull()
    expect(columnsOf(['Symbol', 'Shares', '52 Week High'], titles)).toEqual({ symbol: 0, quantity: 1 })
  })
})
