import { beforeEach, describe, expect, it, vi } from 'vitest'
import { builtInModel } from '@/lib/core/models'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { findAdoption, findAdoptionById, listAdoptions, saveAdoption } from '@/lib/db/adoptions'
import { db } from '@/lib/db/client'
import { deletePortfolio } from '@/lib/db/portfolios'
import { newPortfolio, newUser } from '@/lib/db/test-users'

let userId: string
let portfolioId: string

const adoptionOf = (state: 'tightening' | 'neutral' | 'postQt') => ({
  id: crypto.randomUUID(),
  origin: { kind: 'builtIn', risk: 'balanced', state } as const,
  weights: builtInModel('balanced', state),
  bands: DEFAULT_BANDS,
  destination: 'target' as const,
})

beforeEach(async () => {
  userId = await newUser()
  portfolioId = await newPortfolio(userId)
})

describe('adoptions', () => {
  it('start with none', async () => {
    expect(await findAdoption(userId, portfolioId)).toBeNull()
    expect(await listAdoptions(userId, portfolioId)).toEqual([])
  })

  it('come back as they were saved', async () => {
    const adoption = adoptionOf('postQt')
    const saved = await saveAdoption(userId, portfolioId, adoption, db())
    expect(saved).toMatchObject(adoption)
    expect(await findAdoption(userId, portfolioId)).toEqual(saved)
    expect(await findAdoptionById(userId, portfolioId, adoption.id)).toEqual(saved)
  })

  it('are listed newest first, even when the clock stands still or runs back', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T10:00:00Z') })
    try {
      const first = await saveAdoption(userId, portfolioId, adoptionOf('tightening'), db())
      const second = await saveAdoption(userId, portfolioId, adoptionOf('neutral'), db())
      vi.setSystemTime(new Date('2026-11-19T10:00:00Z'))
      const third = await saveAdoption(userId, portfolioId, adoptionOf('postQt'), db())
      expect(await listAdoptions(userId, portfolioId)).toEqual([third, second, first])
      expect(await findAdoption(userId, portfolioId)).toEqual(third)
    } finally {
      vi.useRealTimers()
    }
  })

  it('are nobody else’s', async () => {
    const adoption = await saveAdoption(userId, portfolioId, adoptionOf('postQt'), db())
    const stranger = await newUser()
    const theirs = await newPortfolio(stranger)
    expect(await findAdoption(stranger, portfolioId)).toBeNull()
    expect(await listAdoptions(stranger, portfolioId)).toEqual([])
    expect(await findAdoptionById(stranger, portfolioId, adoption.id)).toBeNull()
    expect(await findAdoptionById(stranger, theirs, adoption.id)).toBeNull()
    await expect(saveAdoption(stranger, portfolioId, adoptionOf('neutral'), db())).rejects.toThrow()
    expect(await listAdoptions(userId, portfolioId)).toHaveLength(1)
  })

  it('go with their portfolio', async () => {
    await saveAdoption(userId, portfolioId, adoptionOf('postQt'), db())
    await deletePortfolio(userId, portfolioId, new Date())
    expect(await findAdoption(userId, portfolioId)).toBeNull()
  })
})
