import { exactMoney, exactQuantity } from '@/app/(dashboard)/[portfolioId]/plans/report/exact-text'
import { formatDate, formatMoney, formatPercent, formatQuantity } from '@/components/values/format'
import type { Issue } from '@/lib/core/issue'
import { bps, isoDate } from '@/lib/core/units'

type Format = (locale: string, text: string, currency: string) => string | number

const money: Format = (locale, text, currency) => formatMoney(locale, exactMoney(text), currency)
const amount: Format = (locale, text) => formatQuantity(locale, exactQuantity(text))
const share: Format = (locale, text) => formatPercent(locale, bps(Number(text)))
const count: Format = (_, text) => Number(text)
const date: Format = (locale, text) => {
  const found = isoDate(text)
  return found ? formatDate(locale, found) : text
}

/** How the plain values of an issue are shown. */
const FORMATS: Record<string, Format> = {
  date,
  days: count,
  limit: count,
  lots: amount,
  quantity: amount,
  missing: money,
  reserve: money,
  weight: share,
  target: share,
}

/** The values of an issue as its sentence shows them, money in the currency given. */
export function issueValues(locale: string, { values = {} }: Issue, currency: string): Record<string, string | number> {
  const shown = Object.entries(values).map(([key, text]) => [key, FORMATS[key]?.(locale, text, currency) ?? text])
  return Object.fromEntries(shown)
}

/** Where an issue can be put right; null where the choices of the plan themselves do. */
export function issueHref(
  { code, holdingId, accountId }: Issue,
  portfolioId: string,
): { href: string; name: 'goHolding' | 'goHoldings' | 'goTargets' | 'goRates' } | null {
  if (code.startsWith('rate.')) return { href: `/${portfolioId}/prices/rates`, name: 'goRates' }
  const holdings = `/${portfolioId}/holdings`
  if (holdingId) return { href: `${holdings}#row-${holdingId}`, name: 'goHolding' }
  if (code === 'targets.total') return { href: `/${portfolioId}/targets`, name: 'goTargets' }
  if (accountId || code === 'class.noSecurity' || code === 'portfolio.empty')
    return { href: holdings, name: 'goHoldings' }
  return null
}
