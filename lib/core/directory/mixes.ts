import { ASSET_CLASSES, type AssetClass, byClass, isAssetClass, type Weights } from '@/lib/core/asset-class'
import { bps, shareOut, WHOLE } from '@/lib/core/units'

/**
 * How the directory says what a security is made of, and the rules behind every line of its tables.
 *
 * A split is a typical composition as of SPLITS_DATED (splits-dated.ts), rounded to whole percent: an estimate, which a user edits where
 * it differs. An ingredient below 5 % is left in the larger one beside it.
 *
 * Stocks
 * - tech: the GICS information-technology sector, and the GICS industry "interactive media & services" (Alphabet, Meta,
 *   Pinterest, Reddit, Snap, Baidu). growth: every other operating company, also those that sell through the internet
 *   (Amazon, Netflix, Uber), that pay through it (Visa, PayPal) and that mine gold.
 * - alternatives: companies that only pass on what they own: REITs, and business development companies (private loans).
 * - digital: a company whose own coins are worth at least half of its market value (Strategy, MARA). One that serves or
 *   mines the market without that hoard follows its sector: Coinbase growth, Riot tech.
 *
 * Stock funds
 * - Looked through by the rule for stocks, so that a fund and the same companies held one by one count alike. The
 *   technology share is therefore larger than the sector weight on an S&P fact sheet, which leaves out Alphabet and
 *   Meta. Source: S&P 500, information technology 34.6 % (S&P Dow Jones Indices, 2025-11-28), Alphabet and Meta about
 *   8 %. The shares of the other indexes and funds are estimates, not computed from holdings: expect a few percent
 *   either way.
 * - A fund of one sector or theme is wholly of its class: technology, internet, semiconductors tech; health, energy,
 *   banks growth. A theme across both (communication services, robotics) is looked through.
 * - Covered-call funds count as the stocks they hold. Leveraged and inverse funds are not listed: value is not their
 *   exposure.
 *
 * Bonds: see `longBondPercent`. Municipal and inflation-linked bonds go by their duration like others. Below investment
 * grade, and for preferred shares, the part that moves with stocks is growth: its typical beta on US stocks to a tenth,
 * a rounded judgement (high yield and emerging-market debt 0.4, preferred shares 0.5, senior loans 0.2); the rest goes
 * by duration.
 *
 * moneyFunds: money-market funds, Treasury bills, floating-rate and ultra-short funds (duration below one year),
 * AAA-rated CLO funds, and dollar stablecoins: a stablecoin is a claim on bills and deposits at a fixed price, and
 * shares no gain or loss of other coins.
 *
 * alternatives: metals, commodities, real estate, managed futures, and listed infrastructure and private equity, which
 * are held in that role.
 *
 * digital: coins and tokens, and the funds that hold them, by spot or by future.
 */

/** Percent by class. Composites from which funds of funds are mixed, so that one correction reaches all of them. */
const COMPOSITES: Record<string, Partial<Record<AssetClass, number>>> = {
  us: { growth: 60, tech: 40 },
  sp500: { growth: 58, tech: 42 },
  nasdaq100: { growth: 36, tech: 64 },
  usGrowth: { growth: 38, tech: 62 },
  usValue: { growth: 88, tech: 12 },
  usSmall: { growth: 79, tech: 14, alternatives: 7 },
  developed: { growth: 90, tech: 10 },
  emerging: { growth: 68, tech: 32 },
  international: { growth: 84, tech: 16 },
  world: { growth: 68, tech: 32 },
}

const AGGREGATE = { years: 6, percent: 32 }
const LONG_TREASURY = { years: 16, percent: 100 }

/**
 * The long-bond part of an investment-grade bond fund, in whole percent; the rest behaves like money-market funds.
 * Straight lines through three points: cash 0 %; the US aggregate (AGG, 6 years) 32 %, the beta on long Treasuries from
 * which the built-in models are made (0.322, monthly, 2014-10 to 2026-07); long Treasuries themselves (TLT, 16 years)
 * 100 %. Longer is 100 %.
 * @param years effective duration in whole years; approximate in the tables.
 */
export function longBondPercent(years: number): number {
  if (years >= LONG_TREASURY.years) return LONG_TREASURY.percent
  if (years <= AGGREGATE.years) return Math.round((AGGREGATE.percent * years) / AGGREGATE.years)
  const slope = (LONG_TREASURY.percent - AGGREGATE.percent) / (LONG_TREASURY.years - AGGREGATE.years)
  return Math.round(AGGREGATE.percent + slope * (years - AGGREGATE.years))
}

/**
 * Reads `tech`, `bond6` (a bond fund of six years' duration) or `60 us 40 bond6` (percent and ingredient, in turn).
 * The split is in basis points, whole percents, total 10,000; a rest of rounding goes by largest remainder.
 * Throws on anything else: the tables are part of the program.
 */
export function readMix(text: string): Weights {
  const words = text.trim().split(/\s+/)
  const pairs = words.length === 1 ? ['100', ...words] : words
  const parts = byClass(() => 0)
  for (let i = 0; i < pairs.length; i += 2) {
    const percent = Number(pairs[i])
    if (!Number.isInteger(percent) || percent <= 0) throw new Error(`Not a percentage in the mix "${text}"`)
    const ingredient = ingredientOf(pairs[i + 1] ?? '', text)
    for (const c of ASSET_CLASSES) parts[c] += percent * (ingredient[c] ?? 0)
  }
  return wholePercents(parts, text)
}

function ingredientOf(name: string, text: string): Partial<Record<AssetClass, number>> {
  if (isAssetClass(name)) return { [name]: 100 }
  const years = /^bond(\d+)$/.exec(name)?.[1]
  if (years !== undefined) {
    const percent = longBondPercent(Number(years))
    return { longBonds: percent, moneyFunds: 100 - percent }
  }
  const composite = Object.hasOwn(COMPOSITES, name) ? COMPOSITES[name] : undefined
  if (!composite) throw new Error(`Unknown ingredient "${name}" in the mix "${text}"`)
  return composite
}

function wholePercents(parts: Record<AssetClass, number>, text: string): Weights {
  const total = ASSET_CLASSES.reduce((sum, c) => sum + parts[c], 0)
  if (total !== WHOLE) throw new Error(`The mix "${text}" does not total 100 %`)
  const percents =
    shareOut(
      100n,
      ASSET_CLASSES.map((c) => BigInt(parts[c])),
    ) ?? []
  return Object.freeze(byClass((c) => bps(Number(percents[ASSET_CLASSES.indexOf(c)] ?? 0n) * 100)))
}
