import { CLASSES } from '@/bench/exact'
import { partsOf, type Random, randomFrom } from '@/bench/random'
import { AS_OF, daysBeforeAsOf, hundredths, PLAIN_OBJECTIVE, type Request, type RequestHolding } from '@/bench/request'
import type { TaxTreatment } from '@/lib/core/portfolio'

/** Realistic books of one shape: what the benchmark times. */
export interface Family {
  name: string
  /** Securities; each is listed in every account. */
  securities: (random: Random) => number
  accounts: number
  /** Lots of each taxable position, at least and at most. */
  lots: [number, number]
  /** Hundredths of the highest price. */
  dearest?: number
  /** How many of the family a whole run takes. */
  instances: number
}

export const FAMILIES: Family[] = [
  { name: 'n = 8 to 20', securities: (random) => random.whole(8, 20), accounts: 1, lots: [1, 5], instances: 300 },
  { name: 'n = 8', securities: () => 8, accounts: 1, lots: [1, 5], instances: 100 },
  { name: 'n = 10', securities: () => 10, accounts: 1, lots: [1, 5], instances: 100 },
  { name: 'n = 20', securities: () => 20, accounts: 1, lots: [1, 5], instances: 100 },
  { name: 'n = 50', securities: () => 50, accounts: 1, lots: [1, 5], instances: 60 },
  { name: 'n = 200', securities: () => 200, accounts: 1, lots: [1, 5], instances: 40 },
  { name: 'n = 1,000', securities: () => 1000, accounts: 1, lots: [1, 3], instances: 20 },
  {
    name: 'n = 1,000, 10,000 lots',
    securities: () => 1000,
    accounts: 1,
    lots: [11, 11],
    dearest: 5_000,
    instances: 10,
  },
  { name: '200 × 3 accounts', securities: () => 200, accounts: 3, lots: [1, 5], instances: 20 },
]

/** Money and no holdings yet: what the libraries that turn weights into whole shares are made for. */
export const FIRST_PURCHASES: Family[] = [10, 50, 200, 1000].map((count) => ({
  name: `first purchase, n = ${count.toLocaleString('en')}`,
  securities: () => count,
  accounts: 1,
  lots: [0, 0],
  instances: 20,
}))

/** One account is taxable, or the lots would not matter; of several, one of each kind. */
const TAX_OF: readonly TaxTreatment[] = ['taxable', 'deferred', 'free']
const SHARE_WITH_BANDS = 25
const SHARE_ONLY_LISTED = 10

const DEAREST = 90_000
const [LEAST, MOST] = [20_000, 2_000_000]
/** Nobody holds a thousand securities in whole shares with less than this in each, on average. */
const LEAST_EACH = 1_000

/** The whole lies evenly in its logarithm between the two, prices between 5 and 900. */
export function requestFrom(family: Family, seed: number): Request {
  const random = randomFrom(seed * 7919 + 17)
  const count = family.securities(random)
  const least = Math.max(LEAST, LEAST_EACH * count * family.accounts)
  const total = least * (MOST / least) ** random.next()
  const accounts = TAX_OF.slice(0, family.accounts).map((tax, i) => ({
    id: `account ${i + 1}`,
    tax,
    cash: hundredths(Math.round(((total * random.whole(0, 800)) / 10_000 / family.accounts) * 100)),
    reserve: '0',
  }))
  const holdings: RequestHolding[] = []
  for (let i = 0; i < count; i += 1) {
    const price = random.whole(500, family.dearest ?? DEAREST)
    const assetClass = CLASSES[i % CLASSES.length] as string
    for (const account of accounts) {
      const worth = ((total * 100) / count / family.accounts) * 2 * random.next()
      const quantity = random.percent(SHARE_ONLY_LISTED) ? 0 : Math.round(worth / price)
      holdings.push(
        holdingOf(
          random,
          { account: account.id, symbol: `S${i}`, class: assetClass, quantity, price },
          lotCount(random, family, account.tax),
        ),
      )
    }
  }
  const shares = partsOf(random, 10_000, CLASSES.length)
  const bands = Object.fromEntries(CLASSES.map((name) => [name, random.whole(50, 500)]))
  return {
    asOf: AS_OF,
    accounts,
    holdings,
    targets: Object.fromEntries(CLASSES.map((name, i) => [name, shares[i] ?? 0])),
    ...(random.percent(SHARE_WITH_BANDS) && { bands }),
    destination: 'target',
    cashCountsAs: null,
    mode: 'full',
    objective: PLAIN_OBJECTIVE,
    limits: { minTrade: '0', turnover: null },
    tolerancePpm: 100,
    deadlineMs: 1000,
  }
}

const lotCount = (random: Random, { lots: [least, most] }: Family, tax: TaxTreatment): number =>
  tax === 'taxable' ? random.whole(least, most) : 0

function holdingOf(
  random: Random,
  { quantity, price, ...rest }: { account: string; symbol: string; class: string; quantity: number; price: number },
  lots: number,
): RequestHolding {
  // Lots of whole shares, as they are bought; thousandths of reinvested dividends are in the soak.
  const parts = lots > 0 && quantity > 0 ? partsOf(random, quantity, Math.min(lots, quantity)) : []
  // Some lots have gained a lot, a few have lost.
  const cost = (): number => Math.max(1, Math.round(price * (0.35 + 0.8 * random.next())))
  return {
    ...rest,
    quantity: String(quantity),
    price: hundredths(price),
    unit: '1',
    locked: false,
    noBuy: false,
    noSell: false,
    spreadBps: 0,
    locationCostBps: 0,
    ...(parts.length > 0 && {
      lots: parts.map((part, i) => ({
        id: String(i + 1),
        quantity: String(part),
        unitCost: hundredths(cost()),
        acquired: daysBeforeAsOf(random.whole(1, 2500)),
      })),
    }),
  }
}

/** All in cash, nothing held, only the distance to the weights counts, and a class's weight is shared evenly by its securities. */
export function firstPurchase(family: Family, seed: number): Request {
  const request = requestFrom(family, seed)
  const least = Math.max(LEAST, LEAST_EACH * request.holdings.length)
  const total = least * (MOST / least) ** randomFrom(seed).next()
  return {
    ...request,
    bands: {},
    accounts: request.accounts.map((a) => ({ ...a, cash: hundredths(Math.round(total * 100)) })),
    holdings: request.holdings.map(({ lots: _, ...h }) => ({ ...h, quantity: '0' })),
    objective: { ...PLAIN_OBJECTIVE, turnover: '0' },
  }
}
