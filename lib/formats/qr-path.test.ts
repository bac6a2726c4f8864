import { describe, expect, it } from 'vitest'
import { qrPath } from '@/lib/formats/qr-path'

const FINDER = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']

describe('qrPath', () => {
  it('draws the three corner marks inside a margin of four', () => {
    const { size, path } = qrPath('otpauth://totp/Tidemark:me%40example.test?secret=JBSWY3DPEHPK3PXP')
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((match) => `${match[1]} ${match[2]}`))
    const seen = (left: number, top: number): string[] =>
      FINDER.map((row, y) => [...row].map((_, x) => (dark.has(`${left + x} ${top + y}`) ? '#' : '.')).join(''))
    for (const [left, top] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const)
      expect(seen(left, top)).toEqual(FINDER)
    const edges = [...dark].flatMap((place) => place.split(' ').map(Number))
    expect(Math.min(...edges)).toBe(4)
    expect(Math.max(...edges)).toBe(size - 5)
  })
})
