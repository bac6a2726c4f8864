import { describe, expect, it } from 'vitest'
import { copyName, PORTFOLIO_NAME_LENGTH } from '@/lib/core/portfolio-name'

const decorate = (name: string) => `${name} (copy)`

describe('copyName', () => {
  it('keeps a short name whole', () => {
    expect(copyName('Family', decorate)).toBe('Family (copy)')
  })

  it.each(['x'.repeat(80), '组'.repeat(80), '🌊'.repeat(40), `${'a b '.repeat(20)}`])(
    'shortens %s to what fits',
    (name) => {
      const copy = copyName(name, decorate)
      expect(copy.length).toBeLessThanOrEqual(PORTFOLIO_NAME_LENGTH)
      expect(copy).toMatch(/….? ?\(copy\)$/u)
      // It throws on half a character.
      expect(() => encodeURIComponent(copy)).not.toThrow()
    },
  )
})
