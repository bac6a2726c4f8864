import { CURRENCIES, type Currency, type MoneyCurrency } from '@/lib/core/currency'
import { findRate, type RateQuote } from '@/lib/core/fx'
import type { Account, AppliedRate, Holding, Snapshot } from '@/lib/core/portfolio'
import { convertCents, convertPrice, NO_MONEY } from '@/lib/core/units'

/** The currency that a portfolio is counted in, and the rates that lead there. */
export interface Basis {
  currency: MoneyCurrency
  rates: readonly RateQuote[]
}

/**
 * A holding in the portfolio's currency: its price and the costs of its lots by the present rate, and beside them how it is quoted. One that is
 * quoted in that currency is given back as it is. Without a rate it has no price, and no lots that could be compared with one.
 */
export function holdingInBase(holding: Holding, currency: Currency, { currency: base, rates }: Basis): Holding {
  if (currency === base) return holding
  const applied = findRate(rates, currency, base)
  const quoted = { currency, price: holding.price, ...applied }
  const { rate } = applied
  if (rate === null) return { ...holding, price: null, lots: [], quoted }
  const lots = holding.lots.map((lot) => ({ ...lot, unitCost: convertPrice(lot.unitCost, rate) }))
  return { ...holding, price: holding.price && convertPrice(holding.price, rate), lots, quoted }
}

/** An account in the portfolio's currency, each amount rounded to cents once; without a rate its cash is in no sum. */
export function accountInBase(account: Account, currency: MoneyCurrency, { currency: base, rates }: Basis): Account {
  if (currency === base) return account
  const applied = findRate(rates, currency, base)
  const { cash, reserve } = account
  const quoted = { currency, cash, reserve, ...applied }
  const { rate } = applied
  if (rate === null) return { ...account, cash: NO_MONEY, reserve: NO_MONEY, quoted }
  return { ...account, cash: convertCents(cash, rate), reserve: convertCents(reserve, rate), quoted }
}

export type UsedRate = AppliedRate & { currency: Currency }

/** Each rate by which something in a snapshot was converted, once, in the order of the currencies. */
export function ratesOf({ accounts, holdings }: Pick<Snapshot, 'accounts' | 'holdings'>): UsedRate[] {
  const used = [...accounts, ...holdings].flatMap(({ quoted }) => quoted ?? [])
  return CURRENCIES.flatMap((currency) => {
    const found = used.find((quoted) => quoted.currency === currency)
    if (!found) return []
    const { rate, ratedOn, source, via } = found
    return [{ currency, rate, ratedOn, source, ...(via && { via }) }]
  })
}

/** True when something stands in a currency that no known rate leads from. */
export const lacksRate = (row: { quoted?: AppliedRate }): boolean =>
  row.quoted !== undefined && row.quoted.rate === null

/** True when an account keeps money that no sum can count. */
export const hasUncountedCash = ({ quoted }: Account): boolean => quoted?.rate === null && quoted.cash !== 0n
