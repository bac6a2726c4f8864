import { exactMoney, exactQuantity } from '@/app/(dashboard)/[portfolioId]/plans/report/exact-text'
import { formatDate, formatMoney, formatPercent, formatQuantity } from '@/components/values/format'
import type { Issue } from '@/lib/core/issue'
import { bps, isoDate } from '@/lib/core/units'

type Format = (locale: string, text: string) => string | number

const money: Format = (locale, text) => formatMoney(locale, exactMoney(text), 'USD')
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

/** The values of an issue as its sentence shows them. */
export function issueValues(locale: string, { values = {} }: Issue): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, FORMATS[key]?.(locale, text) ?? text]))
}

/** Where an issue can be put right; null where the choices of the plan themselves do. */
export function issueHref(
  { code, holdingId, accountId }: Issue,
  portfolioId: string,
): { href: string; name: 'goHolding' | 'goHoldings' | 'goTargets' } | null {
  const holdings = `/${portfolioId}/holdings`
  if (holdingId) return { href: `${holdings}#row-${holdingId}`, name: 'goHolding' }
  if (code === 'targets.total') return { href: `/${portfolioId}/targets`, name: 'goTargets' }
  if (accountId || code === 'class.noSecurity' || code === 'portfolio.empty')
    return { href: holdings, name: 'goHoldings' }
  return null
}
