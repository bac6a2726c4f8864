import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { parseDecimal } from '@/lib/core/decimal'
import { demoBook } from '@/lib/core/demo-portfolio'
import { findSymbol } from '@/lib/core/directory'
import { compare } from '@/lib/core/drift'
import { regimePair } from '@/lib/core/models'
import { buildPlan, DEFAULT_TERMS } from '@/lib/core/plan'
import type { Holding, Snapshot } from '@/lib/core/portfolio'
import { bps, cents, daysBetween, type IsoDate, quantity, sum, WHOLE } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'

const AS_OF = '2026-11-22' as IsoDate
const book = demoBook(AS_OF)
const holdings = book.accounts.flatMap((a) => a.holdings)

function asSnapshot(): Snapshot {
  const accounts = book.accounts.map((a) => ({ id: a.key, name: a.key, tax: a.tax, cash: a.cash, reserve: a.reserve }))
  const held = book.accounts.flatMap((a) =>
    a.holdings.map((h): Holding => {
      const known = findSymbol(h.symbol)
      const unit = parseDecimal(known?.unit ?? '')
      if (!known || !unit.ok) throw new Error(h.symbol)
      const lots = h.lots.map((lot, i) => ({ ...lot, id: String(i) }))
      const id = `${a.key}/${h.symbol}`
      return {
        ...h,
        id,
        accountId: a.key,
        name: known.name,
        split: known.split,
        unit: quantity(unit.value),
        priceSource: 'demo',
        lots,
      }
    }),
  )
  return { portfolioId: 'demo', version: 1, currency: 'USD', cashCounts: true, accounts, holdings: held }
}

describe('demoBook', () => {
  it('holds about 25 positions that the directory knows, one of them locked, each once in an account', () => {
    expect(holdings.filter((h) => h.quantity > 0n).length).toBeGreaterThanOrEqual(23)
    expect(holdings.filter((h) => h.locked).map((h) => h.symbol)).toEqual(['MSFT'])
    expect(holdings.filter((h) => !findSymbol(h.symbol))).toEqual([])
    for (const { holdings: own } of book.accounts) expect(new Set(own.map((h) => h.symbol)).size).toBe(own.length)
  })

  it('has lots for the whole of each taxable position, long and short, with gains and losses', () => {
    const taxable = book.accounts.filter((a) => a.tax === 'taxable').flatMap((a) => a.holdings)
    for (const h of taxable) expect(sum(h.lots.map((lot) => lot.quantity))).toBe(h.quantity)
    const lots = taxable.flatMap((h) => h.lots.map((lot) => ({ ...lot, gain: h.price - lot.unitCost })))
    const long = lots.filter((lot) => daysBetween(lot.acquired, AS_OF) > 366)
    const short = lots.filter((lot) => daysBetween(lot.acquired, AS_OF) < 365)
    for (const term of [long, short]) {
      expect(term.some((lot) => lot.gain > 0n)).toBe(true)
      expect(term.some((lot) => lot.gain < 0n)).toBe(true)
    }
  })

  it('stands between the regimes, with all six classes and some of them outside their bands', () => {
    const b = breakdown(asSnapshot())
    const { rows, position } = compare(b, regimePair('balanced'), book.adoption)
    expect(b.total).toBeGreaterThan(1_000_000_00n)
    expect(b.total).toBeLessThan(1_400_000_00n)
    expect(ASSET_CLASSES.every((c) => b.values[c] > 0n)).toBe(true)
    expect(rows.map((r) => r.adopted?.band.side)).toEqual(['inside', 'above', 'below', 'above', 'above', 'inside'])
    expect(position?.along).toBeGreaterThan(0)
    expect(position?.along).toBeLessThan(WHOLE)
  })

  it('can be planned into all of its bands, within the tolerance of the best plan', () => {
    const policy = { mode: 'full', cashFlows: [], minTrade: cents(100_00n), maxPriceAge: 7 } as const
    const taxRates = { short: bps(3_700), long: bps(2_000) }
    const { plan, issues } = buildPlan(asSnapshot(), {
      ...policy,
      asOf: AS_OF,
      target: book.adoption,
      cashFlows: [],
      terms: DEFAULT_TERMS,
      taxRates,
    })
    expect(issues).toEqual([])
    expect(plan?.certificate.certified).toBe(true)
    expect(plan?.certificate.gapPpb).toBeLessThanOrEqual(DEFAULT_TERMS.tolerance * 1000)
    expect(plan?.driftAfter).toBeLessThan((plan?.driftBefore ?? 0) / 4)
    expect(plan?.tax.unknown).toBe(0)
  })

  it('dates its prices with the day and its lots from it', () => {
    expect(new Set(holdings.map((h) => h.pricedOn))).toEqual(new Set([AS_OF]))
    const later = demoBook('2027-03-01' as IsoDate).accounts[0]?.holdings[0]?.lots[0]
    expect(later && daysBetween(later.acquired, '2027-03-01' as IsoDate)).toBe(2310)
  })
})
