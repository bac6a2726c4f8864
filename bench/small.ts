import { CLASSES } from '@/bench/exact'
import { partsOf, type Random } from '@/bench/random'
import { AS_OF, daysBeforeAsOf, hundredths, type Request, type RequestHolding, thousandths } from '@/bench/request'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'

interface Security {
  symbol: string
  class: RequestHolding['class']
  /** Hundredths. */
  price: number
  unit: '1' | '0.01' | '0.001'
}

/** A valid request small enough for the referee to solve to the end, with every rule of the problem in some of them. */
export function smallRequest(random: Random): Request {
  const classes = CLASSES.filter(() => random.percent(50)).slice(0, random.whole(2, 5))
  const used = classes.length < 2 ? CLASSES.slice(0, 2) : classes
  const accounts = Array.from({ length: random.whole(1, 3) }, (_, i) => ({
    id: `account ${i}`,
    tax: random.pick(TAX_TREATMENTS),
    cash: hundredths(random.percent(10) ? -random.whole(1, 30_000) : random.whole(0, random.pick([0, 5_000, 300_000]))),
    reserve: random.percent(15) ? hundredths(random.whole(1, 20_000)) : '0',
  }))
  const holdings = holdingsIn(random, accounts, securities(random, used))
  const shares = partsOf(random, 10_000, used.length)
  return {
    asOf: AS_OF,
    accounts,
    holdings,
    targets: Object.fromEntries(used.map((name, i) => [name, shares[i] ?? 0])),
    ...bandsOf(random, used),
    destination: random.pick(['target', 'edge', 'halfway']),
    cashCountsAs: random.percent(25) ? 'moneyFunds' : null,
    mode: random.percent(20) ? 'buyOnly' : 'full',
    objective: {
      tracking: random.pick(['1', '1', '1', '0.1', '2.5', '0']),
      turnover: random.pick(['0.0005', '0.0005', '0', '0.01']),
      tax: random.pick(['1', '1', '1', '0', '0.3', '4']),
      taxRates: {
        short: random.pick(['0.37', '0.37', '0.1', '0']),
        long: random.pick(['0.20', '0.20', '0.15', '0.4']),
        lossCredit: random.pick(['0', '0', '0', '0.5', '1']),
      },
      netting: random.percent(20),
      orderFee: random.pick(['0', '0', '0', '1', '4.95', '25']),
    },
    limits: {
      minTrade: random.pick(['0', '0', '0', '25', '250.50']),
      turnover: random.percent(15) ? hundredths(random.whole(0, 300_000)) : null,
    },
    tolerancePpm: random.pick([1, 10, 100]),
    deadlineMs: 500,
  }
}

function securities(random: Random, classes: readonly string[]): Security[] {
  return Array.from({ length: random.whole(2, 6) }, (_, i) => {
    const others = classes.filter((name) => name !== classes[i % classes.length])
    const main = random.whole(1, 9_999)
    const split = { [classes[i % classes.length] as string]: main, [random.pick(others)]: 10_000 - main }
    return {
      symbol: `S${i}`,
      class: random.percent(15) ? split : (classes[i % classes.length] as string),
      price: random.pick([
        () => random.whole(1, 90) * 1_000,
        () => random.whole(100, 50_000),
        () => random.whole(5_000, 90_000),
        () => random.whole(1, 300),
      ])(),
      unit: random.pick(['1', '1', '1', '1', '0.01', '0.001'] as const),
    }
  })
}

const MOST_HOLDINGS = 8

function holdingsIn(random: Random, accounts: Request['accounts'], all: readonly Security[]): RequestHolding[] {
  const places = accounts.flatMap((account) => all.map((security) => ({ account, security })))
  const kept = places.filter(() => random.percent(60))
  const chosen = kept.length < 2 ? places.slice(0, 2) : kept
  while (chosen.length > MOST_HOLDINGS) chosen.splice(random.whole(0, chosen.length - 1), 1)
  return chosen.map(({ account, security }) => holdingOf(random, account, security))
}

function holdingOf(
  random: Random,
  account: Request['accounts'][number],
  { symbol, price, unit, ...security }: Security,
): RequestHolding {
  // Thousandths: at most some hundred units or some ten thousand dollars, sometimes not a multiple of the unit.
  const most = Math.min(400_000, Math.floor((random.pick([5_000, 60_000]) * 100_000) / price))
  const step = random.percent(12) ? 1 : { '1': 1000, '0.01': 10, '0.001': 1 }[unit]
  const quantity = random.percent(15) ? 0 : random.whole(0, Math.floor(most / step)) * step
  return {
    account: account.id,
    symbol,
    class: security.class,
    quantity: thousandths(quantity),
    price: hundredths(price),
    unit,
    locked: random.percent(5),
    noBuy: random.percent(5),
    noSell: random.percent(5),
    spreadBps: random.pick([0, 0, 0, 5, 30, 2.5]),
    locationCostBps: random.pick([0, 0, 0, 10, 40]),
    ...(quantity > 0 && account.tax === 'taxable' && random.percent(85) && { lots: lotsOf(random, quantity, price) }),
  }
}

/** The ages have the days around the anniversary among them. */
function lotsOf(random: Random, quantity: number, price: number): NonNullable<RequestHolding['lots']> {
  const parts = partsOf(random, quantity, Math.min(quantity, random.whole(1, 4)))
  const covered = random.percent(10) ? parts.slice(0, -1) : parts
  return covered.map((part, i) => ({
    id: String(i + 1),
    quantity: thousandths(part),
    unitCost: hundredths(Math.round((price * random.whole(20, 150)) / 100)),
    acquired: daysBeforeAsOf(random.pick([random.whole(0, 3000), 365, 366, random.whole(300, 430)])),
  }))
}

function bandsOf(random: Random, classes: readonly string[]): Pick<Request, 'bands'> {
  const kind = random.whole(1, 6)
  if (kind === 1) return { bands: { rule: '5/25' } }
  if (kind === 2) return { bands: { rule: 'relative', percent: random.whole(1, 60) } }
  if (kind === 3) return { bands: Object.fromEntries(classes.map((name) => [name, random.whole(0, 1500)])) }
  return {}
}
