import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { inCurrency, isArguable, readCurrency } from '@/lib/core/check-price'
import { decimalText } from '@/lib/core/decimal'
import { unitPrice } from '@/lib/core/units'
import { changePortfolio } from '@/lib/db/portfolio-change'
import { listPricedHoldings, type PriceSave, savePrices } from '@/lib/db/price-holdings'
import { findPriceFault } from '@/lib/db/price-quotes'
import { changeOf } from '@/lib/flows/apply-prices'

export interface TakePrice {
  portfolioId: string
  symbol: string
  source: string
  /** The refused price that the user saw, in plain digits; another one in store is a conflict. */
  price: string
}

/** Takes a refused price after all, for the holdings of its symbol in its currency; answers what takes it back. */
export async function takePrice(
  userId: string,
  { portfolioId, symbol, source, price: seen }: TakePrice,
): Promise<ActionResult<PriceSave[]>> {
  const fault = await findPriceFault(userId, symbol, source)
  if (!fault?.price || !fault.date || !fault.currency) return refusal('notFound')
  const { price, date, currency: said } = fault
  if (decimalText(price) !== seen) return refusal('conflict')
  const currency = readCurrency(said)
  if (!isArguable(fault.code) || !currency || price <= 0n) return refusal('invalid')
  return changePortfolio<PriceSave[]>(userId, portfolioId, async (tx) => {
    const rows = await listPricedHoldings(userId, portfolioId, tx)
    const changes = rows.flatMap((row) => {
      const own = row.symbol === symbol ? inCurrency(price, currency, row.currency) : null
      return own ? [changeOf(row, { price: unitPrice(own), pricedOn: date, priceSource: fault.source })] : []
    })
    if (changes.length === 0) return refusal('notFound')
    await savePrices(
      userId,
      portfolioId,
      changes.map(({ save }) => save),
      tx,
    )
    return success(changes.map(({ former }) => former))
  })
}

/** Puts prices back as they were, all or none; a conflict when any of the holdings has changed since. */
export async function putPricesBack(
  userId: string,
  { portfolioId, former }: { portfolioId: string; former: readonly PriceSave[] },
): Promise<ActionResult> {
  return changePortfolio<undefined>(userId, portfolioId, async (tx) => {
    const saved = await savePrices(userId, portfolioId, former, tx)
    return saved === former.length ? success() : refusal('conflict')
  })
}
