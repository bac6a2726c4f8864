import fc from 'fast-check'
import type { ArchiveContents } from '@/lib/core/archive/contents'
import { wholeWeights } from '@/lib/core/random-book'

/** For property tests: what a user may have, with names of any script and figures of any size. */
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.replaceAll('\0', ' '))
const digits = (most: number) => fc.bigInt({ min: 1n, max: 10n ** BigInt(most) })
/** With up to eighteen decimals. */
const decimal = fc.tuple(digits(12), fc.integer({ min: 0, max: 18 }), digits(18)).map(([whole, places, rest]) =>
  places === 0
    ? String(whole)
    : `${whole}.${String(rest)
        .padStart(18, '0')
        .slice(0, places - 1)}7`,
)
const date = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(1_500_000_000_000 + days * 86_400_000).toISOString().slice(0, 10))
const instant = fc.integer({ min: 0, max: 10 ** 11 }).map((ms) => new Date(1_700_000_000_000 + ms).toISOString())
const id = fc.uuid()
const symbols = (most: number) =>
  fc.uniqueArray(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((s) => s.replaceAll('\0', '0')),
    { maxLength: most },
  )
const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY')

const lot = fc.record({ id, quantity: decimal, unitCost: decimal, acquiredOn: date })
const holding = (symbol: string) =>
  fc.record({
    id,
    symbol: fc.constant(symbol),
    name,
    quantity: decimal,
    unit: fc.constantFrom('1', '0.001', '0.00000001'),
    price: fc.option(decimal),
    currency,
    pricedOn: fc.option(date),
    priceSource: fc.option(fc.constantFrom('manual', 'demo')),
    locked: fc.boolean(),
    noBuy: fc.boolean(),
    noSell: fc.boolean(),
    position: fc.nat(50),
    lots: fc.array(lot, { maxLength: 3 }),
  })

const account = symbols(4).chain((held) =>
  fc.record({
    id,
    name,
    tax: fc.constantFrom('taxable', 'deferred', 'free'),
    currency,
    cashCents: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(String),
    reserveCents: fc.bigInt({ min: 0n, max: 10n ** 9n }).map(String),
    position: fc.nat(50),
    holdings: fc.tuple(...held.map(holding)),
  }),
)

const bands = {
  growth: { rule: 'fiveTwentyFive' },
  tech: { rule: 'absolute', halfWidth: 300 },
  longBonds: { rule: 'relative', percent: 20 },
  digital: { rule: 'fiveTwentyFive' },
  moneyFunds: { rule: 'fiveTwentyFive' },
  alternatives: { rule: 'fiveTwentyFive' },
}
const adoption = fc.record({
  id,
  adoptedAt: instant,
  origin: fc.constantFrom({ kind: 'holdings' }, { kind: 'blend', risk: 'growth', share: 2500 }),
  weights: wholeWeights.map((w) => ({ ...w })),
  bands: fc.constant(bands),
  destination: fc.constantFrom('target', 'edge', 'halfway'),
})

const portfolio = fc.array(account, { maxLength: 3 }).chain((accounts) =>
  fc.record({
    id,
    name,
    baseCurrency: currency,
    riskLevel: fc.constantFrom('conservative', 'balanced', 'growth'),
    cashCounts: fc.boolean(),
    followsRegime: fc.boolean(),
    dismissedState: fc.constant(null),
    dismissedFriday: fc.constant(null),
    accounts: fc.constant(accounts),
    adoptions: fc.array(adoption, { maxLength: 2 }),
    links: fc.constant(accounts.map((a, i) => ({ format: 'fidelity', externalId: `X${i}`, accountId: a.id }))),
  }),
)

export const anyArchive: fc.Arbitrary<ArchiveContents> = fc.record({
  portfolios: fc.array(portfolio, { minLength: 1, maxLength: 3 }),
  plans: fc.constant([]),
  classes: symbols(3).chain((said) =>
    fc.tuple(
      ...said.map((symbol) =>
        fc.record({ symbol: fc.constant(symbol), name, split: wholeWeights.map((w) => ({ ...w })) }),
      ),
    ),
  ),
  models: fc.array(fc.record({ id, name, weights: wholeWeights.map((w) => ({ ...w })), createdAt: instant }), {
    maxLength: 2,
  }),
  mappings: fc.uniqueArray(
    fc.record({ signature: fc.uuid(), mapping: fc.constant({ symbol: 0, quantity: 1 }), savedAt: instant }),
    { maxLength: 2, selector: (m) => m.signature },
  ),
  seriesSetting: fc.option(fc.record({ fred: fc.boolean(), nyFed: fc.boolean(), treasury: fc.boolean() })),
  priceSetting: fc.option(
    fc.record({ sources: fc.constantFrom([], ['coingecko', 'ecb']), coins: fc.constantFrom({}, { BTC: 'bitcoin' }) }),
  ),
  seriesFiles: fc.uniqueArray(
    fc.record({
      id,
      name,
      givenAt: instant,
      values: fc.uniqueArray(
        fc.tuple(fc.constantFrom('WALCL', 'DFF'), date, fc.constantFrom('1.5', '-2', '6535781.12345678')),
        { maxLength: 4, minLength: 1, selector: ([series, day]) => series + day },
      ),
    }),
    { maxLength: 2, selector: (f) => f.name },
  ),
  quotes: fc.uniqueArray(
    fc.record({
      symbol: fc.constantFrom('VTI', 'BTC'),
      date,
      source: fc.constant('coingecko'),
      price: decimal,
      currency,
      fetchedAt: instant,
    }),
    { maxLength: 3, selector: (q) => q.symbol + q.date },
  ),
  rates: fc.uniqueArray(
    fc.record({
      currency: fc.constant('EUR'),
      quote: fc.constant('USD'),
      date,
      source: fc.constant('ecb'),
      rate: decimal,
      fetchedAt: instant,
    }),
    { maxLength: 3, selector: (q) => q.date },
  ),
}) as unknown as fc.Arbitrary<ArchiveContents>
