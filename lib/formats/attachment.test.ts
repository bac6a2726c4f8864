import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '@/lib/core/units'
import { attachment, planFileName } from '@/lib/formats/attachment'

const DAY = '2026-11-22' as IsoDate

describe('planFileName', () => {
  it.each([
    ['Spring', 'tidemark-plan-2026-11-22-Spring.csv'],
    ['Balanced, Post-QT: 1/2', 'tidemark-plan-2026-11-22-Balanced,-Post-QT-1-2.csv'],
    ['平衡型 · 后QT', 'tidemark-plan-2026-11-22-平衡型-·-后QT.csv'],
    ['../../etc/passwd', 'tidemark-plan-2026-11-22-etc-passwd.csv'],
    ['...', 'tidemark-plan-2026-11-22.csv'],
  ])('makes of %j %j', (name, file) => {
    expect(planFileName(DAY, name, 'csv')).toBe(file)
  })
})

describe('attachment', () => {
  it('gives a plain and a true name', () => {
    expect(attachment('tidemark-plan-2026-11-22-平衡型.json')).toBe(
      `attachment; filename="tidemark-plan-2026-11-22.json"; filename*=UTF-8''tidemark-plan-2026-11-22-%E5%B9%B3%E8%A1%A1%E5%9E%8B.json`,
    )
  })

  it('is a sound header for any name, from which the name can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const file = planFileName(DAY, name, 'csv')
        const header = attachment(file)
        expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]+\.csv"; filename\*=UTF-8''[\w.!~%&+-]+$/)
        expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow()
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(file)
      }),
    )
  })
})
