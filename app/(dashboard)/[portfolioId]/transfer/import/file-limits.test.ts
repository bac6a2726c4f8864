import { describe, expect, it } from 'vitest'
import { limitFault } from '@/app/(dashboard)/[portfolioId]/transfer/import/file-limits'

const sized = (...sizes: number[]) => sizes.map((size) => ({ size }))

describe('limitFault', () => {
  it('takes what the server takes, and no more', () => {
    expect(limitFault(sized(5_000_000))).toBeNull()
    expect(limitFault(sized(5_242_880))).toBe('tooLong')
    expect(limitFault(sized(3_000_000, 3_000_000))).toBe('tooLong')
    expect(limitFault(sized(...Array(10).fill(1)))).toBeNull()
    expect(limitFault(sized(...Array(11).fill(1)))).toBe('tooMany')
  })
})
