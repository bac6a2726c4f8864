import { beforeEach, describe, expect, it } from 'vitest'
import { entirely, weights } from '@/lib/core/asset-class'
import type { IsoDate } from '@/lib/core/units'
import { searchSymbolClasses } from '@/lib/db/symbol-classes'
import { newTestBook, readTestBook, readTestRow, type TestBook } from '@/lib/db/test-book'
import { addHolding } from '@/lib/flows/add-holding'
import { classifySymbol, forgetSymbol } from '@/lib/flows/classify-symbol'

const asOf = '2026-11-22' as IsoDate
let mine: TestBook

beforeEach(async () => {
  mine = await newTestBook()
  const { portfolioId, accountId } = mine
  await addHolding(mine.userId, asOf, {
    portfolioId,
    id: crypto.randomUUID(),
    accountId,
    fields: { symbol: 'MYHOUSE' },
  })
})

const say = (symbol: string, version: number | null = null, split = entirely('alternatives')) =>
  classifySymbol(mine.userId, { symbol, version, name: 'Our house', split })

describe('classifySymbol', () => {
  it('remembers an unknown symbol for this user only, and moves every portfolio on', async () => {
    expect((await readTestRow(mine, 'MYHOUSE')).split).toBe(null)
    const before = (await readTestBook(mine)).version
    expect(await say('myhouse')).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await readTestRow(mine, 'MYHOUSE')).toMatchObject({ name: 'Our house', split: { alternatives: 10_000 } })
    expect((await readTestBook(mine)).version).toBe(before + 1)
    const other = await newTestBook()
    expect(await searchSymbolClasses(other.userId, 'MY', 5)).toEqual([])
    expect(await searchSymbolClasses(mine.userId, 'my', 5)).toEqual([{ symbol: 'MYHOUSE', name: 'Our house' }])
    expect(await searchSymbolClasses(mine.userId, 'hou', 5)).toHaveLength(1)
    expect(await searchSymbolClasses(mine.userId, '%', 5)).toEqual([])
  })

  it('overrides the directory, and goes back to it', async () => {
    const fromDirectory = (await readTestRow(mine)).split
    await say('VTI')
    expect(await readTestRow(mine)).toMatchObject({
      split: { alternatives: 10_000 },
      said: { version: 1 },
      inDirectory: true,
    })
    expect(await forgetSymbol(mine.userId, { symbol: 'VTI', version: 1 })).toMatchObject({ ok: true })
    expect(await readTestRow(mine)).toMatchObject({ split: fromDirectory, said: null })
    expect(await forgetSymbol(mine.userId, { symbol: 'VTI', version: 1 })).toMatchObject({ ok: true })
  })

  it('is a conflict when it was said otherwise meanwhile', async () => {
    await say('VTI')
    expect(await say('VTI', null, entirely('tech'))).toMatchObject({
      code: 'conflict',
      current: { split: { alternatives: 10_000 } },
    })
    expect(await say('VTI', 1, entirely('tech'))).toMatchObject({ value: { version: 2 } })
    expect(await forgetSymbol(mine.userId, { symbol: 'VTI', version: 1 })).toMatchObject({ code: 'conflict' })
  })

  it('refuses a split that is not the whole', async () => {
    const fields = { split: 'holdings.problem.splitTotal' }
    expect(await say('VTI', null, weights({ tech: 9_999 }))).toMatchObject({ code: 'invalid', fields })
    expect(await say('VTI', null, weights({ tech: 11_000, growth: -1_000 }))).toMatchObject({ code: 'invalid', fields })
  })
})
