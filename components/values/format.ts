import { decimalText } from '@/lib/core/decimal'
import {
  type Bps,
  type Cents,
  DECIMALS,
  type FxRate,
  type IsoDate,
  type Ppm,
  type Quantity,
  type UnitPrice,
} from '@/lib/core/units'

/**
 * The only place where the screen turns numbers into text. Values go to `Intl` as exact decimal text, never as floats.
 * A minus is U+2212, and nothing is ever shown as minus zero.
 */
const MINUS = '\u2212'

export type Sign = 'negative' | 'always'

const kept = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const found = kept.get(key) ?? new Intl.NumberFormat(locale, options)
  kept.set(key, found)
  return found
}

function formatExact(locale: string, value: bigint, scale: number, options: Intl.NumberFormatOptions): string {
  const text = decimalText(value, scale) as Intl.StringNumericLiteral
  return formatter(locale, options).format(text).replaceAll('-', MINUS)
}

/** Every dollar but the US one says whose it is, and so does the yen beside the yuan. */
const currencyStyle = (currency: string): Intl.NumberFormatOptions => ({
  style: 'currency',
  currency,
  currencyDisplay: currency === 'USD' ? 'narrowSymbol' : 'symbol',
})

const signDisplay = (sign: Sign | undefined) => (sign === 'always' ? 'exceptZero' : 'negative')

export interface MoneyStyle {
  sign?: Sign
  /** `whole` drops the cents; only where a column of whole amounts says so itself. */
  precision?: 'cents' | 'whole'
  /** False in a column whose head names the currency. */
  symbol?: boolean
}

export function formatMoney(locale: string, value: Cents, currency: string, style: MoneyStyle = {}): string {
  const digits = style.precision === 'whole' ? 0 : 2
  return formatExact(locale, value, 2, {
    ...(style.symbol === false ? {} : currencyStyle(currency)),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signDisplay(style.sign),
  })
}

export interface ShareStyle {
  sign?: Sign
  /** Digits after the point; two show a basis point exactly. */
  decimals?: number
}

const BPS_SCALE = 4
const PPM_SCALE = 6

/** A share of a whole: 3,210 bp is `32.10%`. */
export function formatPercent(locale: string, value: Bps, style: ShareStyle = {}): string {
  return formatExact(locale, BigInt(value), BPS_SCALE, shareOptions(style, 'percent'))
}

/** The same from millionths. */
export function formatPpm(locale: string, value: Ppm, style: ShareStyle = {}): string {
  return formatExact(locale, BigInt(value), PPM_SCALE, shareOptions(style, 'percent'))
}

/** A difference of two shares in percentage points, with its sign and without its unit: −690 bp is `−6.90`. */
export function formatPoints(locale: string, value: Bps, style: ShareStyle = {}): string {
  return formatExact(locale, BigInt(value), 2, shareOptions({ sign: 'always', ...style }, 'decimal'))
}

function shareOptions(style: ShareStyle, kind: 'percent' | 'decimal'): Intl.NumberFormatOptions {
  const digits = style.decimals ?? 2
  return {
    style: kind,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signDisplay(style.sign),
  }
}

/** Shares, coins or units of a fund, with all the digits it has. */
export function formatQuantity(locale: string, value: Quantity, sign?: Sign): string {
  return formatExact(locale, value, DECIMALS, { maximumFractionDigits: DECIMALS, signDisplay: signDisplay(sign) })
}

/** Money per unit: two digits after the point, more where the price has them, up to `places`. */
export function formatPrice(locale: string, value: UnitPrice, currency: string | null, places = DECIMALS): string {
  return formatExact(locale, value, DECIMALS, {
    ...(currency === null ? {} : currencyStyle(currency)),
    minimumFractionDigits: 2,
    maximumFractionDigits: places,
    signDisplay: 'negative',
  })
}

/** What one unit of a currency is worth in another: plain digits, all that the rate has up to `places`. */
export function formatFxRate(locale: string, value: FxRate, places = DECIMALS): string {
  return formatExact(locale, value, DECIMALS, { maximumFractionDigits: places, minimumFractionDigits: 2 })
}

export function formatCount(locale: string, value: number): string {
  return formatExact(locale, BigInt(value), 0, { signDisplay: 'negative' })
}

/** A ratio that is neither money nor a share: a correlation, a Sharpe ratio. */
export function formatRatio(locale: string, value: number, digits = 2): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return formatter(locale, options).format(value).replaceAll('-', MINUS)
}

/** A calendar date; the same day for every reader. */
export function formatDate(locale: string, date: IsoDate, dateStyle: 'short' | 'medium' | 'long' = 'medium'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** An instant on the reader's clock. */
export function formatInstant(
  locale: string,
  instant: Date,
  timeZone: string,
  shows: 'date' | 'time' | 'both',
): string {
  const options: Intl.DateTimeFormatOptions = { timeZone }
  if (shows !== 'time') options.dateStyle = 'medium'
  if (shows !== 'date') options.timeStyle = 'short'
  // Versions of ICU differ in the space before AM and PM; the server's text and the browser's must not.
  return new Intl.DateTimeFormat(locale, options).format(instant).replaceAll('\u202f', ' ')
}
