import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The promises of the stylesheet's colours, computed: WCAG 2 contrast, and OKLab distance under simulated colour blindness. */
type Rgb = readonly [number, number, number]
type Theme = 'light' | 'dark'
const THEMES = ['light', 'dark'] as const

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

function color(name: string, theme: Theme): Rgb {
  const hex = tokens.get(name)?.[theme] ?? ''
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = [1, 3, 5].map((at) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  })
  return [r, g, b]
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b

function contrast(a: string, b: string, theme: Theme): number {
  const [high = 0, low = 0] = [luminance(color(a, theme)), luminance(color(b, theme))].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const times = (m: readonly Rgb[], c: Rgb): Rgb =>
  m.map((row) => Math.min(1, Math.max(0, row[0] * c[0] + row[1] * c[1] + row[2] * c[2]))) as unknown as Rgb

/** G. Machado et al. 2009, full severity, on linear light. */
const SIGHT: Record<string, readonly Rgb[]> = {
  typical: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

/** B. Ottosson 2020. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function distance(a: string, b: string, theme: Theme, sight: string): number {
  const [x, y] = [a, b].map((name) => oklab(times(SIGHT[sight] ?? [], color(name, theme)))) as [Rgb, Rgb]
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}

const pairs = (names: string[]) => names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const))

const SURFACES = ['page', 'surface', 'sunken', 'raised']
const TINTS = ['info-soft', 'warning-soft', 'danger-soft', 'accent-soft']
const CLASSES = [...tokens.keys()].filter((name) => name.startsWith('class-'))
const REGIMES = [...tokens.keys()].filter((name) => name.startsWith('regime-'))

describe.each(THEMES)('colours, %s', (theme) => {
  it('are read from the stylesheet', () => {
    expect([CLASSES.length, REGIMES.length]).toEqual([6, 2])
    expect([...tokens.keys()].filter((name) => color(name, theme).some(Number.isNaN))).toEqual([])
  })

  it('give every text 4.5:1 on every surface', () => {
    const texts = ['ink', 'muted', 'accent', 'warning', 'danger', 'positive', 'negative', ...REGIMES]
    const onSurfaces = texts.flatMap((text) => SURFACES.map((surface) => [text, surface] as const))
    const onTints = ['ink', 'muted', 'positive', 'negative'].flatMap((text) =>
      TINTS.map((tint) => [text, tint] as const),
    )
    const own = [
      ['on-accent', 'accent'],
      ['on-accent', 'accent-hover'],
      ['on-danger', 'danger'],
      ['on-danger', 'danger-hover'],
      ['accent', 'accent-soft'],
      ['warning', 'warning-soft'],
      ['danger', 'danger-soft'],
    ] as const
    const faint = [...onSurfaces, ...onTints, ...own].filter(([a, b]) => contrast(a, b, theme) < 4.5)
    expect(faint).toEqual([])
  })

  it('give every mark and every border of a control 3:1', () => {
    const marks = [...CLASSES, ...REGIMES, 'line-strong'].flatMap((mark) =>
      SURFACES.map((surface) => [mark, surface] as const),
    )
    expect(marks.filter(([a, b]) => contrast(a, b, theme) < 3)).toEqual([])
  })

  it.each(Object.keys(SIGHT))('keep the fixed hues apart for %s sight', (sight) => {
    const near = [...pairs(CLASSES), ...pairs(REGIMES)].filter(([a, b]) => distance(a, b, theme, sight) < 0.1)
    expect(near).toEqual([])
  })
})
