import { describe, expect, it } from 'vitest'
import { DEFAULT_TERMS } from '@/lib/core/plan'
import { ONE, RATE_ONE } from '@/lib/core/units'
import { readRequest } from '@/lib/formats/plan-request'
import { canonicalRequest } from '@/lib/formats/plan-request-canonical'

type Json = Record<string, unknown>

const account = (more: Json = {}) => ({ id: 'A', tax: 'taxable', cash: '100.00', ...more })
const holding = (more: Json = {}) => ({
  account: 'A',
  symbol: 'X',
  class: 'growth',
  quantity: '10',
  price: '5',
  ...more,
})
const lot = (more: Json = {}) => ({ id: '1', quantity: '4', unitCost: '2', acquired: '2020-01-02', ...more })
const request = (more: Json = {}) => ({
  asOf: '2026-11-20',
  accounts: [account()],
  holdings: [holding()],
  targets: { growth: 10_000 },
  ...more,
})

function good(json: unknown) {
  const read = readRequest(json)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read
}

/** Each as `code path subject`. */
function faults(json: unknown): string[] {
  const read = readRequest(json)
  return read.ok ? [] : read.issues.map(({ code, path, subject }) => `${code} ${path} ${subject}`)
}

describe('a request with nothing but what it must have', () => {
  const { snapshot, policy, issues } = good(request())

  it('becomes a snapshot with prices of the day', () => {
    expect(issues).toEqual([])
    expect(snapshot.cashCounts).toBe(false)
    expect(snapshot.accounts).toEqual([{ id: 'A', name: 'A', tax: 'taxable', cash: 10_000n, reserve: 0n }])
    const [only] = snapshot.holdings
    expect(only).toMatchObject({ symbol: 'X', quantity: 10n * ONE, price: 5n * ONE, unit: ONE, pricedOn: '2026-11-20' })
    expect(only).toMatchObject({ locked: false, noBuy: false, noSell: false, spread: 0n, locationCost: 0n, lots: [] })
  })

  it('has the defaults of the format', () => {
    expect(policy.terms).toEqual({
      ...DEFAULT_TERMS,
      ...{ securities: 'fewest', reserveCounts: true, tolerance: 100, deadline: 200 },
    })
    expect(policy).toMatchObject({ mode: 'full', minTrade: 0n, taxRates: { short: 3700, long: 2000 }, cashFlows: [] })
    expect(policy.target.destination).toBe('target')
    expect(policy.target.bands.growth).toEqual({ rule: 'absolute', halfWidth: 0 })
  })

  it('may say so with null', () => {
    const nulls = { bands: null, destination: null, cashCountsAs: null, mode: null, objective: null, limits: null }
    const more = { tolerancePpm: null, deadlineMs: null, securityWeights: null }
    expect(good(request({ ...nulls, ...more })).policy).toEqual(policy)
  })
})

it('takes every field over', () => {
  const { snapshot, policy } = good(
    request({
      accounts: [account({ cash: -25.5, reserve: '10' })],
      holdings: [
        holding({
          ...{ class: { growth: 6500, tech: 3500 }, unit: '0.001', locked: true, noBuy: true, noSell: true },
          ...{ spreadBps: 2.5, locationCostBps: '0.00001', lots: [lot()] },
        }),
      ],
      bands: { growth: 500, tech: { rule: 'relative', percent: 20 }, digital: { rule: '5/25' } },
      destination: 'halfway',
      cashCountsAs: 'moneyFunds',
      mode: 'buyOnly',
      objective: {
        ...{ tracking: 2, turnover: '0.000000001', tax: '0.5', netting: true, orderFee: '1.25' },
        taxRates: { short: '0.3725', long: 0.15, lossCredit: '0.5' },
      },
      limits: { minTrade: 50, turnover: '1000' },
      ...{ tolerancePpm: 1, deadlineMs: 5000, securityWeights: { X: 10_000 } },
    }),
  )
  expect(snapshot.cashCounts).toBe(true)
  expect(snapshot.accounts[0]).toMatchObject({ cash: -2550n, reserve: 1000n })
  expect(snapshot.holdings[0]).toMatchObject({
    ...{
      split: { growth: 6500, tech: 3500, longBonds: 0 },
      unit: ONE / 1000n,
      locked: true,
      noBuy: true,
      noSell: true,
    },
    ...{ spread: RATE_ONE / 4000n, locationCost: 1n },
    lots: [{ id: '1', quantity: 4n * ONE, unitCost: 2n * ONE, acquired: '2020-01-02' }],
  })
  expect(policy.target.bands).toMatchObject({
    growth: { rule: 'absolute', halfWidth: 500 },
    tech: { rule: 'relative', percent: 20 },
    digital: { rule: 'fiveTwentyFive' },
    longBonds: { rule: 'absolute', halfWidth: 0 },
  })
  expect(policy).toMatchObject({ mode: 'buyOnly', minTrade: 5000n, taxRates: { short: 3725, long: 1500 } })
  expect(policy.terms).toMatchObject({
    ...{ tracking: 2n * RATE_ONE, turnover: 1n, tax: RATE_ONE / 2n, netting: true, orderFee: 125n },
    ...{ lossCredit: RATE_ONE / 2n, turnoverCap: 100_000n, tolerance: 1, deadline: 5000, securities: { X: 10_000 } },
  })
})

it('takes one rule for all classes', () => {
  const { bands } = good(request({ bands: { rule: 'relative', percent: 25 } })).policy.target
  expect(new Set(Object.values(bands).map((band) => JSON.stringify(band)))).toEqual(
    new Set(['{"rule":"relative","percent":25}']),
  )
})

describe('what is refused', () => {
  it.each<[string, Json, string]>([
    ['no date', { asOf: undefined }, 'field.missing asOf request'],
    ['a date that does not exist', { asOf: '2026-02-30' }, 'date.invalid asOf request'],
    ['a date of long ago', { asOf: '0001-01-01' }, 'date.invalid asOf request'],
    ['accounts that are no list', { accounts: {}, holdings: [] }, 'field.invalid accounts request'],
    ['a row that is no object', { accounts: [account(), 7] }, 'field.invalid accounts[1] accounts[1]'],
    ['an account twice', { accounts: [account(), account()] }, 'account.duplicate accounts[1].id A'],
    ['no tax treatment', { accounts: [account({ tax: undefined })] }, 'field.missing accounts[0].tax A'],
    ['an unknown treatment', { accounts: [account({ tax: 'roth' })] }, 'field.invalid accounts[0].tax A'],
    ['cash finer than cents', { accounts: [account({ cash: '0.001' })] }, 'number.tooPrecise accounts[0].cash A'],
    ['a negative reserve', { accounts: [account({ reserve: -1 })] }, 'number.outOfRange accounts[0].reserve A'],
    ['an unknown account', { holdings: [holding({ account: 'B' })] }, 'holding.unknownAccount holdings[0].account X'],
    ['a position twice', { holdings: [holding(), holding()] }, 'holding.duplicate holdings[1] X'],
    ['no symbol', { holdings: [holding({ symbol: '' })] }, 'field.invalid holdings[0].symbol holdings[0]'],
    ['an unknown class', { holdings: [holding({ class: 'gold' })] }, 'class.invalid holdings[0].class X'],
    ['a class of all objects', { holdings: [holding({ class: 'constructor' })] }, 'class.invalid holdings[0].class X'],
    [
      'a split of an unknown class',
      { holdings: [holding({ class: { gold: 10_000 } })] },
      'class.invalid holdings[0].class.gold X',
    ],
    [
      'a split of too little',
      { holdings: [holding({ class: { growth: 9999 } })] },
      'class.invalidSplit holdings[0].class X',
    ],
    [
      'half a basis point',
      { holdings: [holding({ class: { growth: 9999.5 } })] },
      'field.invalid holdings[0].class.growth X',
    ],
    ['a short position', { holdings: [holding({ quantity: '-1' })] }, 'quantity.negative holdings[0].quantity X'],
    ['no price', { holdings: [holding({ price: null })] }, 'price.missing holdings[0].price X'],
    ['a price of nothing', { holdings: [holding({ price: 0, quantity: 0 })] }, 'price.notPositive holdings[0].price X'],
    ['a price that is no number', { holdings: [holding({ price: 'NaN' })] }, 'number.invalid holdings[0].price X'],
    ['a price beyond all measure', { holdings: [holding({ price: '1e400' })] }, 'number.tooLarge holdings[0].price X'],
    [
      'a price below all measure',
      { holdings: [holding({ price: '1e-400' })] },
      'number.tooPrecise holdings[0].price X',
    ],
    ['a number that lost digits', { holdings: [holding({ price: 0.1 + 0.2 })] }, 'number.inexact holdings[0].price X'],
    ['a unit of nothing', { holdings: [holding({ unit: '0' })] }, 'unit.notPositive holdings[0].unit X'],
    ['a mark that is no mark', { holdings: [holding({ locked: 'yes' })] }, 'field.invalid holdings[0].locked X'],
    ['a negative spread', { holdings: [holding({ spreadBps: -1 })] }, 'number.outOfRange holdings[0].spreadBps X'],
    [
      'lots of too much',
      { holdings: [holding({ lots: [lot({ quantity: '11' })] })] },
      'lots.exceed holdings[0].lots X',
    ],
    ['a lot twice', { holdings: [holding({ lots: [lot(), lot()] })] }, 'lots.duplicate holdings[0].lots[1].id X'],
    [
      'an empty lot',
      { holdings: [holding({ lots: [lot({ quantity: 0 })] })] },
      'lots.invalid holdings[0].lots[0].quantity X',
    ],
    [
      'a lot of the future',
      { holdings: [holding({ lots: [lot({ acquired: '2026-11-21' })] })] },
      'lots.future holdings[0].lots[0].acquired X',
    ],
    ['no targets', { targets: undefined }, 'field.missing targets request'],
    ['targets of 90 %', { targets: { growth: 9000 } }, 'targets.total targets targets'],
    ['a negative target', { targets: { growth: 11_000, tech: -1000 } }, 'field.invalid targets.growth targets'],
    ['an unknown target', { targets: { growth: 10_000, gold: 0 } }, 'class.invalid targets.gold targets'],
    ['an unknown rule', { bands: { rule: '7/30' } }, 'field.invalid bands.rule bands'],
    ['a rule without its percent', { bands: { rule: 'relative' } }, 'field.missing bands.percent bands'],
    ['a negative band', { bands: { growth: -5 } }, 'field.invalid bands.growth bands'],
    ['an unknown destination', { destination: 'home' }, 'field.invalid destination request'],
    ['an unknown mode', { mode: 'newMoney' }, 'field.invalid mode request'],
    ['cash that counts as stocks', { cashCountsAs: 'growth' }, 'field.invalid cashCountsAs request'],
    ['a negative weight', { objective: { tracking: '-1' } }, 'number.outOfRange objective.tracking objective'],
    [
      'a tax of more than all',
      { objective: { taxRates: { short: 37 } } },
      'number.outOfRange objective.taxRates.short taxRates',
    ],
    ['a fee finer than cents', { objective: { orderFee: '0.005' } }, 'number.tooPrecise objective.orderFee objective'],
    ['a negative fee', { objective: { orderFee: '-1' } }, 'number.outOfRange objective.orderFee objective'],
    ['an objective that is none', { objective: 3 }, 'field.invalid objective request'],
    ['a negative minimum', { limits: { minTrade: '-1' } }, 'number.outOfRange limits.minTrade limits'],
    ['a negative tolerance', { tolerancePpm: -1 }, 'field.invalid tolerancePpm request'],
    ['a deadline of an hour', { deadlineMs: 3_600_000 }, 'field.invalid deadlineMs request'],
    ['unknown security weights', { securityWeights: 'best' }, 'field.invalid securityWeights request'],
    [
      'a portfolio beyond belief',
      { holdings: [holding({ quantity: '1e14', price: '1e14' })] },
      'portfolio.tooLarge  request',
    ],
  ])('%s', (_, more, fault) => {
    const found = faults(request(more))
    expect(found).toContain(fault)
  })

  it.each([null, undefined, [], 'x', 7, true])('%j', (json) => {
    expect(faults(json)).toEqual(['field.invalid  request'])
  })

  it('is told all at once, in words with the subject', () => {
    const read = readRequest({ accounts: [{ cash: 'x' }], holdings: [{ lots: [{}] }], targets: { growth: 1 }, mode: 1 })
    expect(read.ok).toBe(false)
    const paths = read.issues.map(({ path }) => path)
    expect(paths).toEqual([
      ...['asOf', 'accounts[0].id', 'accounts[0].tax', 'accounts[0].cash'],
      ...[
        'holdings[0].account',
        'holdings[0].symbol',
        'holdings[0].class',
        'holdings[0].quantity',
        'holdings[0].price',
      ],
      ...['id', 'quantity', 'unitCost', 'acquired'].map((field) => `holdings[0].lots[0].${field}`),
      ...['targets', 'mode'],
    ])
    for (const { message } of read.issues) expect(message).not.toMatch(/undefined|NaN/)
  })

  it('is counted where it is too much to list', () => {
    const read = readRequest(request({ holdings: Array.from({ length: 4000 }, () => ({})) }))
    expect(read.issues.length).toBe(10_001)
    expect(read.issues.at(-1)).toMatchObject({ code: 'issues.more', values: { count: '10000' } })
  })
})

it('says which fields it does not know, and goes on', () => {
  const odd = JSON.parse('{"__proto__":{"mode":"buyOnly"},"minTrade":"5","limits":{"min":1}}')
  const { issues, policy } = good({ ...request(), ...odd })
  expect(issues.every(({ code, severity }) => code === 'field.unknown' && severity === 'warning')).toBe(true)
  expect(issues.map(({ path }) => path)).toEqual(['__proto__', 'minTrade', 'limits.min'])
  expect(policy.mode).toBe('full')
  expect(policy.minTrade).toBe(0n)
})

describe('the canonical text', () => {
  const text = (json: unknown) => {
    const { snapshot, policy } = good(json)
    return canonicalRequest(snapshot, policy)
  }
  const two = (more: Json = {}) => request({ accounts: [account(), account({ id: 'B' })], ...more })
  const [x, y] = [holding({ lots: [lot(), lot({ id: '2' })] }), holding({ symbol: 'Y', account: 'B' })]

  it('does not depend on the order of rows, the form of numbers or a told default', () => {
    const one = text(two({ holdings: [x, y] }))
    const turned = { ...x, lots: [lot({ id: '2' }), lot()], quantity: 10, price: '5.00', unit: '1' }
    const other = two({ accounts: [account({ id: 'B' }), account()], holdings: [y, turned], mode: 'full' })
    expect(text(other)).toBe(one)
  })

  it.each<Json>([
    { asOf: '2026-11-21' },
    { holdings: [holding({ price: '5.01' })] },
    { holdings: [holding({ class: 'tech' })] },
    { holdings: [holding({ noSell: true })] },
    { holdings: [holding({ spreadBps: 1 })] },
    { holdings: [holding({ lots: [lot()] })] },
    { targets: { growth: 9999, tech: 1 } },
    { bands: { growth: 1 } },
    { destination: 'edge' },
    { cashCountsAs: 'moneyFunds' },
    { mode: 'buyOnly' },
    { objective: { netting: true } },
    { objective: { taxRates: { lossCredit: 1 } } },
    { limits: { turnover: 0 } },
    { tolerancePpm: 99 },
    { securityWeights: 'equal' },
  ])('changes with %j', (more) => {
    expect(text(request(more))).not.toBe(text(request()))
  })
})
