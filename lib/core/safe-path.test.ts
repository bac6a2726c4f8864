import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safePath } from '@/lib/core/safe-path'

describe('safePath', () => {
  it.each(['/', '/portfolios', '/a-b/holdings?tab=1#row', '/loginish', '/%E7%9B%AE'])('keeps %s', (path) => {
    expect(safePath(path)).toBe(path)
  })

  it.each([
    undefined,
    null,
    7,
    ['/a', '/b'],
    '',
    'portfolios',
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/login',
    '/login?next=/login',
    '/register/',
    '/api/auth/signout',
    '/x/../login',
  ])('turns %j into the start page', (path) => {
    expect(safePath(path)).toBe('/')
  })

  it('leads nowhere else, whatever it is given', () => {
    const odd = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '\t',
      '\n',
      '%2f',
      '%5c',
      'evil.example',
      'https:',
      '#',
      '?',
      ' ',
      '。',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(odd, { maxLength: 8 }).map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          const { origin } = new URL(safePath(text), 'https://tidemark.example/login')
          expect(origin).toBe('https://tidemark.example')
          expect(new URL(`https://tidemark.example${safePath(text)}`).origin).toBe('https://tidemark.example')
        },
      ),
    )
  })
})
