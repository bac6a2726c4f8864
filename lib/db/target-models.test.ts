import { beforeEach, describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import {
  createTargetModel,
  findTargetModel,
  listTargetModels,
  removeTargetModel,
  restoreTargetModel,
  saveTargetModel,
} from '@/lib/db/target-models'
import { newUser } from '@/lib/db/test-users'

const MIX = weights({ growth: 6000, longBonds: 4000 })
const OTHER = weights({ growth: 5500, longBonds: 4500 })

let userId: string
let id: string

beforeEach(async () => {
  userId = await newUser()
  id = crypto.randomUUID()
})

const create = (owner = userId) => createTargetModel(owner, { id, name: 'Mine', weights: MIX })

describe('target models', () => {
  it('are made once however often they are sent', async () => {
    const first = await create()
    expect(first).toEqual({ ok: true, value: { id, name: 'Mine', weights: MIX, version: 1 } })
    expect(await create()).toEqual(first)
    expect(await Promise.all([create(), create()])).toEqual([first, first])
    expect(await listTargetModels(userId)).toHaveLength(1)
  })

  it('are saved over the version that was seen', async () => {
    await create()
    const saved = await saveTargetModel(userId, { id, name: 'Ours', weights: OTHER, version: 1 })
    expect(saved).toEqual({ ok: true, value: { id, name: 'Ours', weights: OTHER, version: 2 } })
  })

  it('refuse a stale save and show what is stored', async () => {
    await create()
    await saveTargetModel(userId, { id, name: 'First tab', weights: OTHER, version: 1 })
    const stale = await saveTargetModel(userId, { id, name: 'Second tab', weights: MIX, version: 1 })
    expect(stale).toEqual({
      ok: false,
      code: 'conflict',
      current: { id, name: 'First tab', weights: OTHER, version: 2 },
    })
    expect((await findTargetModel(userId, id))?.name).toBe('First tab')
  })

  it('take the same save twice as one', async () => {
    await create()
    const change = { id, name: 'Ours', weights: OTHER, version: 1 }
    expect(await saveTargetModel(userId, change)).toEqual(await saveTargetModel(userId, change))
    expect((await findTargetModel(userId, id))?.version).toBe(2)
  })

  it('let one of two savers through', async () => {
    await create()
    const both = await Promise.all(
      ['a', 'b'].map((name) => saveTargetModel(userId, { id, name, weights: MIX, version: 1 })),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
  })

  it('can be deleted and brought back', async () => {
    await create()
    expect(await removeTargetModel(userId, { id, version: 1 })).toEqual({ ok: true })
    expect(await listTargetModels(userId)).toEqual([])
    expect(await removeTargetModel(userId, { id, version: 1 })).toEqual({ ok: true })
    expect(await saveTargetModel(userId, { id, name: 'Gone', weights: MIX, version: 1 })).toMatchObject({
      code: 'notFound',
    })
    expect(await restoreTargetModel(userId, id)).toMatchObject({ ok: true, value: { name: 'Mine' } })
    expect(await listTargetModels(userId)).toHaveLength(1)
  })

  it('are not deleted in a version that was not seen', async () => {
    await create()
    await saveTargetModel(userId, { id, name: 'Ours', weights: OTHER, version: 1 })
    expect(await removeTargetModel(userId, { id, version: 1 })).toMatchObject({
      code: 'conflict',
      current: { name: 'Ours' },
    })
  })

  it('are nobody else’s', async () => {
    await create()
    const stranger = await newUser()
    expect(await listTargetModels(stranger)).toEqual([])
    expect(await findTargetModel(stranger, id)).toBeNull()
    expect(await create(stranger)).toMatchObject({ code: 'notFound' })
    expect(await saveTargetModel(stranger, { id, name: 'x', weights: OTHER, version: 1 })).toMatchObject({
      code: 'notFound',
    })
    expect(await removeTargetModel(stranger, { id, version: 1 })).toMatchObject({ code: 'notFound' })
    expect((await removeTargetModel(userId, { id, version: 1 })).ok).toBe(true)
    expect(await restoreTargetModel(stranger, id)).toMatchObject({ code: 'notFound' })
    expect(await findTargetModel(userId, id)).toBeNull()
  })
})
