import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrder, parseDate } from '@/lib/core/date-text'

const read = (text: string, order?: 'monthFirst' | 'dayFirst'): string => {
  const parsed = parseDate(text, order)
  return parsed.ok ? parsed.value : parsed.problem
}

describe('parseDate', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.20', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['2026 年 1 月 5 日', '2026-01-05'],
    ['２０２６－１１－２０', '2026-11-20'],
    ['20 Nov 2026', '2026-11-20'],
    ['20-Nov-2026', '2026-11-20'],
    ['Nov 20, 2026', '2026-11-20'],
    ['Sept. 5, 2026', '2026-09-05'],
    ['November 20 2026', '2026-11-20'],
    ['11/20/2026', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['20.11.2026', '2026-11-20'],
    ['5/5/2026', '2026-05-05'],
    ['2026-11-20 16:00', '2026-11-20'],
    ['2026-11-20T16:00:00.123Z', '2026-11-20'],
    ['11/20/2026 4:00 PM', '2026-11-20'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %j', (text, date) => expect(read(text)).toBe(date))

  it.each([
    ['', 'dateEmpty'],
    ['2026-02-30', 'notDate'],
    ['2026-13-01', 'notDate'],
    ['13/13/2026', 'notDate'],
    ['14/13/2026', 'notDate'],
    ['2025-02-29', 'notDate'],
    ['11/20/26', 'notDate'],
    ['11-20/2026', 'notDate'],
    ['20 Foo 2026', 'notDate'],
    ['46346', 'notDate'],
    ['tomorrow', 'notDate'],
    ['3/4/2026', 'ambiguousDate'],
  ])('refuses %j as %s', (text, problem) => expect(read(text)).toBe(problem))

  it('takes the order of the column where the text leaves it open', () => {
    expect([read('3/4/2026', 'monthFirst'), read('3/4/2026', 'dayFirst')]).toEqual(['2026-03-04', '2026-04-03'])
    expect(read('11/20/2026', 'dayFirst')).toBe('2026-11-20')
  })

  it('reads every date back from the ways it is written', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (at) => {
        const iso = at.toISOString().slice(0, 10)
        const [year, month, date] = iso.split('-').map(Number)
        for (const text of [iso, `${year}/${month}/${date}`, `${year}年${month}月${date}日`])
          expect(read(text)).toBe(iso)
        expect(read(`${month}/${date}/${year}`, 'monthFirst')).toBe(iso)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDate(text)))
  })
})

describe('dateOrder', () => {
  it('is what the certain dates of a column say', () => {
    expect(dateOrder(['3/4/2026', '11/20/2026', ''])).toBe('monthFirst')
    expect(dateOrder(['3/4/2026', '20.11.2026'])).toBe('dayFirst')
    expect(dateOrder(['3/4/2026'])).toBe(null)
    expect(dateOrder(['11/20/2026', '20/11/2026'])).toBe(null)
  })
})
