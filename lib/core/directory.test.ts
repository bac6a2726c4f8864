import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, isWhole, totalWeight, weights } from '@/lib/core/asset-class'
import { type DirectoryEntry, findSymbol, keysOf, type SecurityKind, searchSymbols } from '@/lib/core/directory'
import { COINS } from '@/lib/core/directory/coins'
import { ETFS } from '@/lib/core/directory/etfs'
import { FUNDS } from '@/lib/core/directory/funds'
import { MONEY_FUNDS } from '@/lib/core/directory/money-funds'
import { STOCKS } from '@/lib/core/directory/stocks'
import { readTable } from '@/lib/core/directory/table'

const TEXTS: Record<SecurityKind, string> = {
  stock: STOCKS,
  etf: ETFS,
  fund: FUNDS,
  moneyFund: MONEY_FUNDS,
  crypto: COINS,
}
const KINDS = Object.keys(TEXTS) as SecurityKind[]
const ROWS = KINDS.flatMap((kind) => readTable(TEXTS[kind]).map((row) => ({ ...row, kind })))
const splitOf = (symbol: string) => findSymbol(symbol)?.split
const symbols = (entries: DirectoryEntry[]) => entries.map((entry) => entry.symbol)

describe('the tables', () => {
  it.each([
    ['stock', 260],
    ['etf', 180],
    ['fund', 70],
    ['moneyFund', 30],
    ['crypto', 40],
  ] as const)('hold the common securities: %s, at least %i', (kind, atLeast) => {
    expect(ROWS.filter((row) => row.kind === kind).length).toBeGreaterThanOrEqual(atLeast)
  })

  it('split every security over the classes in whole percents that total 100', () => {
    for (const { symbol, split } of ROWS) {
      expect(isWhole(split), symbol).toBe(true)
      expect(
        ASSET_CLASSES.every((c) => Number.isInteger(split[c]) && split[c] % 100 === 0),
        symbol,
      ).toBe(true)
    }
  })

  it('never give two securities the same way of writing', () => {
    const owner = new Map<string, string>()
    for (const row of ROWS) {
      for (const key of keysOf(row)) {
        expect(owner.get(key) ?? row.symbol, key).toBe(row.symbol)
        owner.set(key, row.symbol)
      }
    }
    expect(new Set(ROWS.map((row) => row.symbol)).size).toBe(ROWS.length)
  })

  it('never give two securities the same name', () => {
    expect(new Set(ROWS.map((row) => row.name)).size).toBe(ROWS.length)
    expect(ROWS.every((row) => row.name.trim() === row.name && row.name.length >= 2)).toBe(true)
  })

  it('reach each class wholly and in part', () => {
    for (const c of ASSET_CLASSES)
      expect(
        ROWS.some((row) => row.split[c] === 10_000),
        c,
      ).toBe(true)
    for (const c of ['growth', 'tech', 'longBonds', 'moneyFunds', 'alternatives'] as const) {
      expect(
        ROWS.some((row) => row.split[c] > 0 && row.split[c] < 10_000),
        c,
      ).toBe(true)
    }
  })
})

describe('what is known of well-known securities', () => {
  it.each([
    ['AAPL', { tech: 10_000 }],
    ['META', { tech: 10_000 }],
    ['AMZN', { growth: 10_000 }],
    ['NEM', { growth: 10_000 }],
    ['O', { alternatives: 10_000 }],
    ['MSTR', { digital: 10_000 }],
    ['VTI', { growth: 6_000, tech: 4_000 }],
    ['QQQ', { growth: 3_600, tech: 6_400 }],
    ['TLT', { longBonds: 10_000 }],
    ['AGG', { longBonds: 3_200, moneyFunds: 6_800 }],
    ['GLD', { alternatives: 10_000 }],
    ['BIL', { moneyFunds: 10_000 }],
    ['SPAXX', { moneyFunds: 10_000 }],
    ['BTC', { digital: 10_000 }],
    ['USDC', { moneyFunds: 10_000 }],
  ])('%s', (symbol, split) => {
    expect(splitOf(symbol)).toEqual(weights(split))
  })

  it('a 60/40 fund is 60 % stocks like the market and 40 % bonds like the aggregate', () => {
    expect(splitOf('VBIAX')).toEqual(weights({ growth: 3_600, tech: 2_400, longBonds: 1_300, moneyFunds: 2_700 }))
  })

  it('a target-date fund further away holds more stocks', () => {
    const stocks = ['VTINX', 'VTWNX', 'VTTVX', 'VTHRX', 'VTTHX', 'VFORX', 'VTIVX', 'VFIFX'].map((symbol) => {
      const split = splitOf(symbol) ?? weights({})
      return split.growth + split.tech
    })
    expect(stocks).toEqual([...stocks].sort((a, b) => a - b))
    expect(new Set(stocks).size).toBe(stocks.length)
  })

  it('trades whole shares, thousandths of a fund, cents of a money fund and satoshis', () => {
    const units = ['VTI', 'VTSAX', 'VMFXX', 'BTC'].map((symbol) => findSymbol(symbol)?.unit)
    expect(units).toEqual(['1', '0.001', '0.01', '0.00000001'])
  })
})

describe('findSymbol', () => {
  it.each(['BRK.B', 'brk/b', 'BRK-B', 'BRKB', ' BRK B ', 'ＢＲＫ．Ｂ'])(
    'reads %s as Berkshire Hathaway Class B',
    (text) => {
      expect(findSymbol(text)?.name).toBe('Berkshire Hathaway Class B')
    },
  )

  it.each(['BTC', 'btc-usd', 'BTC/USD', 'BTCUSD'])('reads %s as bitcoin', (text) => {
    expect(findSymbol(text)?.name).toBe('Bitcoin')
  })

  it('ignores the asterisks that brokers print', () => {
    expect(findSymbol('SPAXX**')?.symbol).toBe('SPAXX')
  })

  it('prefers the listed security where a coin has the same letters', () => {
    expect(findSymbol('STX')?.name).toBe('Seagate Technology')
    expect(findSymbol('STX-USD')?.name).toBe('Stacks')
    expect(findSymbol('LINK')).toBeNull()
    expect(findSymbol('linkusd')?.name).toBe('Chainlink')
  })

  it.each(['', '   ', '**', 'NOSUCH', 'AAPL-USD', 'constructor'])('does not know "%s"', (text) => {
    expect(findSymbol(text)).toBeNull()
  })

  it('finds every entry by its own symbol, unchangeable', () => {
    for (const { symbol, name, kind } of ROWS) {
      const entry = findSymbol(symbol)
      expect(entry).toMatchObject({ symbol, name, kind })
      expect(totalWeight(entry?.split ?? weights({}))).toBe(10_000)
      expect(Object.isFrozen(entry) && Object.isFrozen(entry?.split)).toBe(true)
    }
  })
})

describe('searchSymbols', () => {
  it('shows the symbol itself first, then shorter symbols that begin so', () => {
    const found = symbols(searchSymbols('vt', 50))
    expect(found[0]).toBe('VT')
    expect(found).toContain('VTI')
    const lengths = found.filter((symbol) => symbol.startsWith('VT')).map((symbol) => symbol.length)
    expect(lengths.length).toBeGreaterThan(10)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
  })

  it('shows symbols before names, whole words before beginnings of words', () => {
    const found = symbols(searchSymbols('gold', 50))
    expect(found.indexOf('GLD')).toBeGreaterThanOrEqual(0)
    expect(found.indexOf('GLD')).toBeLessThan(found.indexOf('GS'))
    expect(symbols(searchSymbols('meta', 10))[0]).toBe('META')
  })

  it('asks for every word, in any order, without accents and apostrophes', () => {
    expect(symbols(searchSymbols('market total vanguard', 10))).toEqual(['VTI', 'BND', 'VTSAX', 'VBTLX'])
    expect(symbols(searchSymbols('estee', 5))).toEqual(['EL'])
    expect(symbols(searchSymbols('mcdonalds', 5))).toEqual(['MCD'])
    expect(symbols(searchSymbols('s&p 500', 3))).toEqual(['SPY', 'VOO', 'IVV'])
  })

  it('keeps to the limit and gives the same answer again', () => {
    expect(searchSymbols('a', 7)).toHaveLength(7)
    expect(searchSymbols('a', 7)).toEqual(searchSymbols('A ', 7))
    expect(searchSymbols('a', 0)).toEqual([])
    expect(searchSymbols('  ', 7)).toEqual([])
    expect(searchSymbols('现金', 7)).toEqual([])
  })
})
