import { describe, expect, it } from 'vitest'
import { readStart } from '@/app/(dashboard)/[portfolioId]/policy/thesis/start'
import type { IsoDate } from '@/lib/core/units'

const today = '2026-11-23' as IsoDate
const fallback = '2025-12-01'

describe('readStart', () => {
  it('is the end of QT when the address names none', () => {
    expect(readStart(undefined, today)).toEqual({ date: fallback, refused: false })
    expect(readStart('', today)).toEqual({ date: fallback, refused: false })
  })

  it('takes a day of the address', () => {
    expect(readStart('2025-10-29', today)).toEqual({ date: '2025-10-29', refused: false })
    expect(readStart(['2026-11-23', '2020-01-01'], today)).toEqual({ date: '2026-11-23', refused: false })
  })

  it.each(['2026-11-24', '2018-12-31', '2025-02-30', '1 December', '<b>'])('says that %s is none', (given) => {
    expect(readStart(given, today)).toEqual({ date: fallback, refused: true })
  })
})
