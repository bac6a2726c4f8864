import { beforeEach, describe, expect, it } from 'vitest'
import { entirely } from '@/lib/core/asset-class'
import { newTestBook, readTestBook, type TestBook } from '@/lib/db/test-book'
import { classifySymbol } from '@/lib/flows/classify-symbol'
import { countCash } from '@/lib/flows/count-cash'
import { suggestSymbols } from '@/lib/flows/suggest-symbols'

let mine: TestBook

beforeEach(async () => {
  mine = await newTestBook()
})

describe('suggestSymbols', () => {
  it("finds the directory's symbols and the user's own, nobody else's, and the exact one first", async () => {
    const split = entirely('alternatives')
    await classifySymbol(mine.userId, { symbol: 'VTILAND', version: null, name: 'A field', split })
    const found = await suggestSymbols(mine.userId, 'vti', 8)
    expect(found[0]).toMatchObject({ symbol: 'VTI', kind: 'etf' })
    expect(found).toContainEqual({ symbol: 'VTILAND', name: 'A field', kind: null })
    const other = await newTestBook()
    expect((await suggestSymbols(other.userId, 'vti', 8)).map((entry) => entry.symbol)).not.toContain('VTILAND')
    expect(await suggestSymbols(mine.userId, '  ', 8)).toEqual([])
  })

  it('shows a symbol once that both know', async () => {
    await classifySymbol(mine.userId, { symbol: 'VTI', version: null, name: '', split: entirely('tech') })
    const found = await suggestSymbols(mine.userId, 'VTI', 8)
    expect(found.filter((entry) => entry.symbol === 'VTI')).toHaveLength(1)
    expect(found[0]?.name).not.toBe('')
  })
})

describe('countCash', () => {
  it('is one change, or none, and only of one’s own portfolio', async () => {
    const say = (userId: string, cashCounts: boolean) =>
      countCash(userId, { portfolioId: mine.portfolioId, cashCounts })
    await say(mine.userId, false)
    expect(await readTestBook(mine)).toMatchObject({ cashCounts: false, version: 2 })
    await say(mine.userId, false)
    expect((await readTestBook(mine)).version).toBe(2)
    const other = await newTestBook()
    expect(await say(other.userId, true)).toMatchObject({ ok: false, code: 'notFound' })
  })
})
