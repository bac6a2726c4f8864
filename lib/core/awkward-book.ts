import fc from 'fast-check'
import type { Account, Holding, Snapshot } from '@/lib/core/portfolio'
import { wholeWeights } from '@/lib/core/random-book'
import { DEFAULT_BANDS, type Target } from '@/lib/core/targets'
import { cents, ONE, quantity, unitPrice } from '@/lib/core/units'

/** For property tests of valuing and comparing: overdrafts, reserves above the cash, odd fractions, holdings nobody has classified or priced. */

export const anyTarget: fc.Arbitrary<Target> = wholeWeights.map((weights) => ({
  weights,
  bands: DEFAULT_BANDS,
  destination: 'target',
}))

const anyAccount = (id: string): fc.Arbitrary<Account> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    tax: fc.constantFrom('taxable', 'deferred', 'free'),
    cash: fc.bigInt(-5_000_00n, 50_000_00n).map(cents),
    reserve: fc.oneof(fc.constant(0n), fc.bigInt(0n, 20_000_00n)).map(cents),
  })

const anyHolding = (accountId: string, symbol: string): fc.Arbitrary<Holding> =>
  fc.record({
    id: fc.constant(`${accountId}/${symbol}`),
    accountId: fc.constant(accountId),
    symbol: fc.constant(symbol),
    name: fc.constant(symbol),
    split: fc.option(wholeWeights, { nil: null, freq: 6 }),
    quantity: fc
      .oneof(
        fc.bigInt(0n, 1_000n).map((n) => n * ONE),
        fc.bigInt(0n, 1_000n * ONE),
      )
      .map(quantity),
    unit: fc.constant(quantity(ONE)),
    price: fc.option(fc.bigInt(1n, 500n * ONE).map(unitPrice), { nil: null, freq: 6 }),
    pricedOn: fc.constant(null),
    priceSource: fc.constant(null),
    locked: fc.boolean(),
    lots: fc.constant([]),
  })

const anyHoldings = (accountId: string): fc.Arbitrary<Holding[]> =>
  fc
    .subarray(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
    .chain((held) => fc.tuple(...held.map((s) => anyHolding(accountId, s))))

/** One to three accounts with up to eight holdings each. */
export const awkwardSnapshot: fc.Arbitrary<Snapshot> = fc
  .subarray(['ira', 'roth', 'taxable'], { minLength: 1 })
  .chain((ids) => fc.tuple(fc.tuple(...ids.map(anyAccount)), fc.tuple(...ids.map(anyHoldings)), fc.boolean()))
  .map(([accounts, held, cashCounts]) => ({
    portfolioId: 'portfolio',
    version: 1,
    currency: 'USD',
    cashCounts,
    accounts,
    holdings: held.flat(),
  }))
