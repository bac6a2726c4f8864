import { isMoneyCurrency } from '@/lib/core/currency'
import { parseDecimal } from '@/lib/core/decimal'
import type { RateQuote } from '@/lib/core/fx'
import { fxRate, type IsoDate, isoDate } from '@/lib/core/units'

const CUBE = /<Cube\b([^>]*)>/g
const ATTRIBUTE = /([a-z]+)\s*=\s*(?:'([^']*)'|"([^"]*)")/g
const RATE = /^\d{1,12}(?:\.\d{1,12})?$/

/**
 * The euro's reference rates out of the European Central Bank's XML: a `Cube` with a `time` for each day, and in it one for each currency with its
 * `rate` of the euro. Exact decimals; currencies that are not known here are passed over. Null where anything is not of this form, or no day is in it.
 */
export function readEcbXml(text: string): RateQuote[] | null {
  const rates: RateQuote[] = []
  let date: IsoDate | null = null
  for (const [, body = ''] of text.matchAll(CUBE)) {
    const { time, currency, rate } = attributesOf(body)
    if (time !== undefined) {
      date = isoDate(time)
      if (date === null) return null
    }
    if (currency === undefined) continue
    const value = RATE.test(rate ?? '') ? parseDecimal(rate ?? '') : null
    if (date === null || !value?.ok || value.value <= 0n) return null
    if (!isMoneyCurrency(currency) || currency === 'EUR') continue
    rates.push({ currency: 'EUR', quote: currency, date, source: 'ecb', rate: fxRate(value.value) })
  }
  return rates.length > 0 ? rates : null
}

const attributesOf = (body: string): Record<string, string | undefined> =>
  Object.fromEntries([...body.matchAll(ATTRIBUTE)].map(([, name, single, double]) => [name, single ?? double]))
