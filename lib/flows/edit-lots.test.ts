import { beforeEach, describe, expect, it } from 'vitest'
import { lotTexts } from '@/lib/core/lot-fields'
import { type IsoDate, ONE } from '@/lib/core/units'
import { newTestBook, readTestBook, readTestRow, type TestBook } from '@/lib/db/test-book'
import { editHolding } from '@/lib/flows/edit-holding'
import { editLots } from '@/lib/flows/edit-lots'

const asOf = '2026-11-22' as IsoDate
let mine: TestBook

beforeEach(async () => {
  mine = await newTestBook()
})

const lot = (quantity: string, acquired = '2024-05-06', id: string = crypto.randomUUID()) => ({
  id,
  quantity,
  unitCost: '50',
  acquired,
})
const save = (lots: ReturnType<typeof lot>[], { version = 1, quantity = null as string | null } = {}) =>
  editLots(mine.userId, asOf, { portfolioId: mine.portfolioId, id: mine.holdingId, version, lots, quantity })

describe('editLots', () => {
  it('saves all lots as one set, oldest first, and keeps their ids', async () => {
    await save([lot('4'), lot('1', '2020-01-02')])
    const saved = await readTestRow(mine)
    expect(saved.lots.map((row) => [row.acquired, row.quantity])).toEqual([
      ['2020-01-02', ONE],
      ['2024-05-06', 4n * ONE],
    ])
    expect(saved.version).toBe(2)
    await save([...saved.lots.map(lotTexts), lot('2', '2025-01-01')], { version: 2 })
    const again = await readTestRow(mine)
    expect(again.lots.slice(0, 2).map((row) => row.id)).toEqual(saved.lots.map((row) => row.id))
    await save([], { version: 3 })
    expect((await readTestRow(mine)).lots).toEqual([])
  })

  it('refuses lots that exceed the quantity, or sets the quantity with them', async () => {
    expect(await save([lot('10.5')])).toMatchObject({
      code: 'invalid',
      fields: { lots: 'holdings.problem.lotsExceed' },
    })
    expect((await readTestBook(mine)).version).toBe(1)
    expect(await save([lot('10.5')], { quantity: '10.5' })).toMatchObject({ value: { quantity: (ONE * 21n) / 2n } })
  })

  it('names faults by line, and conflicts', async () => {
    expect(await save([lot('1'), lot('x')])).toMatchObject({ fields: { '1.quantity': 'holdings.problem.notNumber' } })
    await save([lot('1')])
    expect(await save([lot('2')])).toMatchObject({ code: 'conflict', current: { lots: [{ quantity: ONE }] } })
  })

  it('does not take over the lot of another user by its id, and is notFound for their holding', async () => {
    const other = await newTestBook()
    const input = { portfolioId: other.portfolioId, id: other.holdingId, version: 1, lots: [lot('3')], quantity: null }
    await editLots(other.userId, asOf, input)
    const theirs = (await readTestRow(other)).lots
    await save([{ ...lot('9'), id: theirs[0]?.id ?? '' }])
    expect((await readTestRow(other)).lots).toEqual(theirs)
    expect((await readTestRow(mine)).lots[0]?.id).not.toBe(theirs[0]?.id)
    expect(await editLots(mine.userId, asOf, input)).toMatchObject({ code: 'notFound' })
  })

  it('keeps the quantity from falling below the lots', async () => {
    await save([lot('8')])
    const edit = { portfolioId: mine.portfolioId, id: mine.holdingId, version: 2, fields: { quantity: '7' } }
    expect(await editHolding(mine.userId, asOf, edit)).toMatchObject({
      fields: { quantity: 'holdings.problem.belowLots' },
    })
  })
})
