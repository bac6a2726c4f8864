import { describe, expect, it } from 'vitest'
import { newId } from '@/app/(dashboard)/new-id'
import { isUuid } from '@/lib/core/uuid'

describe('newId', () => {
  it('makes version 4 UUIDs, each another', () => {
    const ids = Array.from({ length: 200 }, newId)
    expect(ids.filter((id) => !isUuid(id) || !/^.{14}4.{4}[89ab]/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(200)
  })
})
