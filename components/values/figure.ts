import type { Month } from '@/lib/core/month'
import type { IsoDate } from '@/lib/core/units'

const MINUS = '\u2212'

export interface FigureStyle {
  /** Digits after the point. */
  digits?: number
  /** True for a change: a rise has its plus. */
  signed?: boolean
}

const kept = new Map<string, Intl.NumberFormat>()

/** A public statistic, which is a plain number and no money of the user's. A minus is U+2212, and nothing is ever shown as minus zero. */
export function formatFigure(locale: string, value: number, { digits = 1, signed = false }: FigureStyle = {}) {
  const key = `${locale} ${digits} ${signed}`
  const format =
    kept.get(key) ??
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: signed ? 'exceptZero' : 'negative',
    })
  kept.set(key, format)
  return format.format(value).replaceAll('-', MINUS)
}

const SIGNIFICANT = 4
const BILLION = 1e9

/** An amount of public money in billions of dollars, short: 6,743 is `$6.743T`, in Chinese `$6.743万亿`. */
export function formatBillions(locale: string, billions: number, { signed = false }: FigureStyle = {}): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: SIGNIFICANT,
    signDisplay: signed ? 'exceptZero' : 'negative',
  })
    .format(billions * BILLION)
    .replaceAll('-', MINUS)
}

/** A calendar month with its year. */
export function formatMonth(locale: string, month: Month): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(at)
}

/** A year, without a separator. */
export const formatYear = (date: IsoDate): string => date.slice(0, 4)
