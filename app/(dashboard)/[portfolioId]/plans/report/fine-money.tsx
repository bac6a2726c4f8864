import { useLocale } from 'next-intl'
import { formatPrice } from '@/components/values/format'
import { type Cents, cents, type FineMoney, ONE, unitPrice } from '@/lib/core/units'

const FINE_PER_CENT = 100n
const PER_FINE = ONE / 10_000n

/** Money with all the digits in which it is judged. */
export const formatFine = (locale: string, value: FineMoney, currency: string): string =>
  formatPrice(locale, unitPrice(value * PER_FINE), currency)

/** The same on the page; it goes with the other amounts when they are hidden. */
export function Fine({ value, currency }: { value: FineMoney; currency: string }) {
  const locale = useLocale()
  return (
    <span className="money whitespace-nowrap">
      <span className="amount">{formatFine(locale, value, currency)}</span>
    </span>
  )
}

/** Whole cents, up: a distance that is stated as "at most" stays true. */
export const centsUp = (value: FineMoney): Cents => cents((value + FINE_PER_CENT - 1n) / FINE_PER_CENT)
