import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { checkPrice } from '@/lib/core/check-price'
import type { IsoDate } from '@/lib/core/units'
import { changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'
import { listPricedHoldings, type PricedHolding, type PriceSave, savePrices } from '@/lib/db/price-holdings'
import type { PriceFault, PriceQuote } from '@/lib/db/price-quotes'

export interface AppliedPrices {
  /** What the changed holdings were before, each with the version that it has now: what takes the change back. */
  former: PriceSave[]
  /** Prices that a holding did not take, with the reason. */
  faults: Omit<PriceFault, 'at'>[]
}

/**
 * Gives the holdings of a portfolio their new prices, as one transaction. Each holding judges for itself, by what it has at this moment:
 * what its user entered by hand in the meantime stays. Of several prices of a symbol the last in the list counts.
 */
export async function applyPrices(
  userId: string,
  portfolioId: string,
  quotes: readonly PriceQuote[],
  asOf: IsoDate,
): Promise<ActionResult<AppliedPrices>> {
  const bySymbol = new Map(quotes.map((quote) => [quote.symbol, quote]))
  return changePortfolio<AppliedPrices>(userId, portfolioId, async (tx) => {
    const faults: AppliedPrices['faults'] = []
    const changes: { save: PriceSave; former: PriceSave }[] = []
    for (const row of await listPricedHoldings(userId, portfolioId, tx)) {
      const quote = bySymbol.get(row.symbol)
      if (!quote) continue
      const check = checkPrice(quote, row, asOf)
      if (!check.ok) {
        faults.push({ ...quote, code: check.code })
        continue
      }
      const becomes = { price: check.price, pricedOn: check.date, priceSource: quote.source }
      if (!isSame(row, becomes)) changes.push(changeOf(row, becomes))
    }
    if (changes.length === 0) return nothingChanged({ former: [], faults })
    const saves = changes.map(({ save }) => save)
    if ((await savePrices(userId, portfolioId, saves, tx)) !== saves.length) return refusal('conflict')
    return success({ former: changes.map(({ former }) => former), faults })
  })
}

/** A price for a holding, and what takes it back. */
export function changeOf(
  { id, version, price, pricedOn, priceSource }: PricedHolding,
  becomes: Omit<PriceSave, 'id' | 'version'>,
): { save: PriceSave; former: PriceSave } {
  return { save: { id, version, ...becomes }, former: { id, version: version + 1, price, pricedOn, priceSource } }
}

const isSame = (row: PricedHolding, { price, pricedOn, priceSource }: Omit<PriceSave, 'id' | 'version'>): boolean =>
  row.price === price && row.pricedOn === pricedOn && row.priceSource === priceSource
