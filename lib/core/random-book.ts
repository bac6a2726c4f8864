import fc from 'fast-check'
import { ASSET_CLASSES, type Weights, weights } from '@/lib/core/asset-class'
import { DEFAULT_TERMS, type PlanPolicy } from '@/lib/core/plan'
import { type Account, type Holding, type Snapshot, TAX_TREATMENTS } from '@/lib/core/portfolio'
import { type Band, DESTINATIONS } from '@/lib/core/targets'
import { bps, cents, type IsoDate, ONE, quantity, shareOut, unitPrice, WHOLE } from '@/lib/core/units'

/** For property tests: arbitrary portfolios, cents and prices of every size, with the awkward ones among them. */
const AS_OF = '2026-11-20' as IsoDate

/** Non-negative weights that total 10,000. */
export const wholeWeights: fc.Arbitrary<Weights> = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 })
  .filter((parts) => parts.some((p) => p > 0))
  .map((parts) => {
    const shares = shareOut(BigInt(WHOLE), parts.map(BigInt)) ?? []
    return weights(Object.fromEntries(ASSET_CLASSES.map((c, i) => [c, Number(shares[i])])))
  })

const pureOrSplit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ASSET_CLASSES).map((c) => weights({ [c]: WHOLE })) },
  { weight: 1, arbitrary: wholeWeights },
)

const band: fc.Arbitrary<Band> = fc.oneof(
  fc.constant<Band>({ rule: 'fiveTwentyFive' }),
  fc.integer({ min: 0, max: 1000 }).map((n): Band => ({ rule: 'absolute', halfWidth: bps(n) })),
  fc.integer({ min: 0, max: 60 }).map((percent): Band => ({ rule: 'relative', percent })),
)

const instrument = fc.oneof(
  fc.record({
    unit: fc.constant(ONE),
    price: fc.integer({ min: 1, max: 100_000 }).map((c) => (BigInt(c) * ONE) / 100n),
  }),
  fc.record({
    unit: fc.constant(ONE / 1000n),
    price: fc.integer({ min: 1, max: 10_000_000 }).map((n) => (BigInt(n) * ONE) / 10_000n),
  }),
  fc.record({
    unit: fc.constant(ONE / 10n ** 8n),
    price: fc.integer({ min: 1_000, max: 90_000 }).map((n) => BigInt(n) * ONE),
  }),
)

const acquired = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.parse(`${AS_OF}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10) as IsoDate)

const position = fc
  .record({
    instrument,
    split: fc.option(pureOrSplit, { nil: null, freq: 12 }),
    units: fc.integer({ min: 0, max: 5000 }),
    locked: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    lots: fc.array(
      fc.record({ share: fc.integer({ min: 1, max: 20 }), cost: fc.integer({ min: 0, max: 30_000 }), acquired }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ instrument: { unit, price }, split, units, locked, lots }): Omit<Holding, 'id' | 'accountId' | 'symbol'> => {
    const held = BigInt(units) * unit
    const shares = shareOut(held, [...lots.map((l) => BigInt(l.share)), 1n]) ?? []
    return {
      name: '',
      split,
      quantity: quantity(held),
      unit: quantity(unit),
      price: unitPrice(price),
      pricedOn: AS_OF,
      priceSource: 'manual',
      locked,
      lots: lots
        .map((l, i) => ({
          id: String(i),
          quantity: quantity(shares[i] ?? 0n),
          unitCost: unitPrice((BigInt(l.cost) * ONE) / 100n),
          acquired: l.acquired,
        }))
        .filter((l) => l.quantity > 0n),
    }
  })

const account = fc.record({
  tax: fc.constantFrom(...TAX_TREATMENTS),
  cash: fc.integer({ min: 0, max: 5_000_000 }).map((n) => cents(BigInt(n))),
  reserve: fc.constant(cents(0n)),
  positions: fc.array(position, { maxLength: 7 }),
})

export const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .record({ accounts: fc.array(account, { minLength: 1, maxLength: 3 }), cashCounts: fc.boolean() })
  .map(({ accounts, cashCounts }) => ({
    portfolioId: 'p',
    version: 1,
    currency: 'USD',
    cashCounts,
    accounts: accounts.map(
      (a, i): Account => ({ id: `a${i}`, name: `a${i}`, tax: a.tax, cash: a.cash, reserve: a.reserve }),
    ),
    holdings: accounts.flatMap((a, i) =>
      a.positions.map((p, j): Holding => ({ ...p, id: `a${i}/h${j}`, accountId: `a${i}`, symbol: `S${j}` })),
    ),
  }))

export const anyPolicy: fc.Arbitrary<PlanPolicy> = fc
  .record({
    weights: wholeWeights,
    bands: fc.tuple(band, band, band, band, band, band),
    destination: fc.constantFrom(...DESTINATIONS),
    mode: fc.constantFrom('full' as const, 'buyOnly' as const, 'newMoney' as const),
    flow: fc.integer({ min: 1, max: 3_000_000 }),
    flows: fc.boolean(),
    minTrade: fc.constantFrom(0, 0, 10_000, 100_000),
  })
  .map(({ weights: target, bands, destination, mode, flow, flows, minTrade }) => ({
    asOf: AS_OF,
    target: {
      weights: target,
      bands: Object.fromEntries(ASSET_CLASSES.map((c, i) => [c, bands[i]])) as Record<
        (typeof ASSET_CLASSES)[number],
        Band
      >,
      destination,
    },
    mode,
    cashFlows: mode === 'newMoney' || flows ? [{ accountId: 'a0', amount: cents(BigInt(flow)) }] : [],
    minTrade: cents(BigInt(minTrade)),
    maxPriceAge: 7,
    taxRates: { short: bps(3700), long: bps(2000) },
    terms: DEFAULT_TERMS,
  }))
