import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { planAnswerSchema } from '@/lib/formats/plan-answer-schema'
import { readRequest } from '@/lib/formats/plan-request'
import { planRequestSchema } from '@/lib/formats/plan-request-schema'

type Json = Record<string, unknown>

/** A request in which every field stands. */
const full = () => ({
  asOf: '2026-11-20',
  accounts: [{ id: 'A', tax: 'taxable', cash: '100.00', reserve: 5 }],
  holdings: [
    { account: 'A', symbol: 'X', class: 'growth', quantity: '10', price: '5' },
    {
      ...{ account: 'A', symbol: 'Y', class: { growth: 6500, tech: 3500 }, quantity: 10, price: 5.25, unit: '0.01' },
      ...{ locked: true, noBuy: false, noSell: null, spreadBps: 0.5, locationCostBps: '1' },
      lots: [{ id: '1', quantity: '4', unitCost: '2', acquired: '2020-01-02' }],
    },
  ],
  targets: { growth: 10_000, tech: 0 },
  bands: { growth: 500, tech: { rule: 'relative', percent: 20 } },
  destination: 'target',
  cashCountsAs: 'moneyFunds',
  mode: 'full',
  objective: {
    ...{ tracking: '1', turnover: '0.0005', tax: 1, netting: false, orderFee: '0' },
    taxRates: { short: '0.37', long: '0.20', lossCredit: '0' },
  },
  limits: { minTrade: '0', turnover: null },
  ...{ tolerancePpm: 100, deadlineMs: 200, securityWeights: { X: 10_000 } },
})

/** Rules between fields, which a JSON Schema has no words for. */
const BETWEEN_FIELDS = new Set([
  ...['account.duplicate', 'holding.duplicate', 'holding.unknownAccount', 'class.invalidSplit', 'targets.total'],
  ...['lots.exceed', 'lots.duplicate', 'lots.future', 'portfolio.tooLarge'],
])

const ODD = [
  ...[undefined, null, true, 0, -0, -1, 1, 0.5, 20.5, 1e-7, 0.1 + 0.2, 10_000, 10_001, 1e15, 1e300, Number.NaN],
  ...[
    '',
    '0',
    '-1',
    '1',
    '1.005',
    '0.0000000000000000001',
    '1e5',
    '1e-20',
    '1e400',
    'NaN',
    '5/25',
    'relative',
    'x'.repeat(201),
  ],
  ...[
    'growth',
    'gold',
    'taxable',
    'target',
    'buyOnly',
    'equal',
    'moneyFunds',
    '2026-02-30',
    '2020-02-29',
    '1800-01-01',
  ],
  ...[[], [7], {}, { growth: 10_000 }, { gold: 1 }, { rule: '5/25' }, { rule: 'relative', percent: 10 }, { rule: 1 }],
]

/** Every place in the request, as the keys that lead to it. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, child]) => placesIn(child, [...path, key]))]
}

function put(json: unknown, [key = '', ...rest]: string[], value: unknown): void {
  const object = json as Json
  if (rest.length === 0) object[key] = value
  else if (typeof object[key] === 'object' && object[key] !== null) put(object[key], rest, value)
}

const place = fc.constantFrom(...placesIn(full()).filter((path) => path.length > 0))
const change = fc.tuple(place, fc.constantFrom<unknown>(...ODD))

function changed(changes: [string[], unknown][]): Json {
  const json = full()
  for (const [path, value] of changes) put(json, path, structuredClone(value))
  return json
}

/** The first two steps, as `holdings.1`: deeper in, a union names its fault where it begins. */
const near = (path: string): string =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .slice(0, 2)
    .join('.')

describe('the reader and the published schema', () => {
  it('agree about the full request', () => {
    expect(readRequest(full())).toMatchObject({ ok: true, issues: [] })
    expect(planRequestSchema.safeParse(full()).error).toBeUndefined()
  })

  it('refuse the same shapes, at the same places', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        const json = changed(changes)
        const errors = readRequest(json).issues.filter((i) => i.severity === 'error' && !BETWEEN_FIELDS.has(i.code))
        const faults = planRequestSchema.safeParse(json).error?.issues ?? []
        const told = new Set(errors.map(({ path }) => near(path)))
        const found = new Set(faults.map(({ path }) => near(path.join('.'))))
        // A union that fails is one fault with the place of the whole; the reader goes on to the field.
        const beside = [...told].filter((path) => !found.has(path) && !found.has(path.split('.')[0] ?? ''))
        const unseen = [...found].filter((path) => !told.has(path) && ![...told].some((at) => at.startsWith(path)))
        expect({ beside, unseen }).toEqual({ beside: [], unseen: [] })
      }),
      { numRuns: 3000 },
    )
  })
})

describe('the published JSON Schema', () => {
  it.each([
    ['request', planRequestSchema, 'asOf'],
    ['answer', planAnswerSchema, 'status'],
  ])('of the %s can be written', (_, schema, field) => {
    const published = z.toJSONSchema(schema, { io: 'input' })
    expect(published.$schema).toContain('json-schema.org')
    expect(published.required).toContain(field)
    expect(published.properties).not.toHaveProperty(field, {})
  })
})
