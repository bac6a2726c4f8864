import { describe, expect, it } from 'vitest'
import { CASES } from '@/scripts/probes/security/cases'
import { listActions, listHandlers, listPages, listWays } from '@/scripts/probes/security/surface'

describe('the surface of the app', () => {
  it('is read from the file tree', () => {
    expect(listPages()).toEqual(
      expect.arrayContaining(['page /login', 'page /', 'page /[portfolioId]', 'page /[portfolioId]/holdings']),
    )
    expect(listHandlers()).toEqual(expect.arrayContaining(['GET /api/archive', 'POST /api/archive', 'GET /api/health']))
    expect(listActions()).toEqual(expect.arrayContaining(['action savePlanAction', 'action undoPositionsImport']))
  })

  it('has a case for everything that a visitor can ask for', () => {
    expect(listWays().filter((way) => !(way in CASES))).toEqual([])
  })

  it('has no case for what is gone', () => {
    const ways = new Set(listWays())
    expect(Object.keys(CASES).filter((way) => !ways.has(way))).toEqual([])
  })
})
