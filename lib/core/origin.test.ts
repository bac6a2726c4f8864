import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOwnOrigin } from '@/lib/core/origin'

const SITE = 'https://tidemark.example'
const LOCAL = 'http://localhost:3000'

describe('isOwnOrigin', () => {
  it('takes the configured address, whatever host was asked', () => {
    expect(isOwnOrigin(SITE, 'inner:3000', SITE)).toBe(true)
    expect(isOwnOrigin(SITE, null, `${SITE}/`)).toBe(true)
  })

  it.each([
    [null, 'tidemark.example'],
    ['', 'tidemark.example'],
    ['null', 'tidemark.example'],
    ['http://tidemark.example', 'tidemark.example'],
    ['https://tidemark.example:444', 'tidemark.example:444'],
    ['https://tidemark.example.evil.example', 'tidemark.example.evil.example'],
    ['https://evil.example/tidemark.example', 'evil.example'],
    ['https://user@tidemark.example', 'tidemark.example'],
    ['https://tidemark.example/', 'tidemark.example'],
    ['https://evil.example', 'evil.example'],
    ['http://localhost:3000', 'localhost:3000'],
  ])('refuses %j, sent to %j', (origin, host) => {
    expect(isOwnOrigin(origin, host, SITE)).toBe(false)
  })

  it('knows this machine by its other names, where it was asked by that one', () => {
    expect(isOwnOrigin('http://127.0.0.1:3000', '127.0.0.1:3000', LOCAL)).toBe(true)
    expect(isOwnOrigin('http://[::1]:3000', '[::1]:3000', LOCAL)).toBe(true)
    expect(isOwnOrigin('http://127.0.0.1:3000', 'localhost:3000', LOCAL)).toBe(false)
    expect(isOwnOrigin('http://127.0.0.1:8080', '127.0.0.1:3000', LOCAL)).toBe(false)
    expect(isOwnOrigin('https://127.0.0.1:3000', '127.0.0.1:3000', LOCAL)).toBe(false)
    expect(isOwnOrigin('http://192.168.1.5:3000', '192.168.1.5:3000', LOCAL)).toBe(false)
    expect(isOwnOrigin('http://127.0.0.1.evil.example:3000', '127.0.0.1.evil.example:3000', LOCAL)).toBe(false)
  })

  it('believes no host on the word of the request', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('http', 'https'),
        fc.domain(),
        fc.integer({ min: 1, max: 65535 }),
        (scheme, name, port) => {
          const { origin, host } = new URL(`${scheme}://${name}:${port}`)
          expect(isOwnOrigin(origin, host, SITE)).toBe(false)
          expect(isOwnOrigin(origin, host, LOCAL)).toBe(false)
        },
      ),
    )
  })
})
