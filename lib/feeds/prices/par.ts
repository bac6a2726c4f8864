import { type IsoDate, ONE } from '@/lib/core/units'
import type { PriceSource } from '@/lib/feeds/prices/price-source'

// The Swedish locale writes dates as ISO does.
const dateInNewYork = (at: Date): IsoDate => at.toLocaleDateString('sv-SE', { timeZone: 'America/New_York' }) as IsoDate

/** US money-market funds hold their price at one dollar. Nobody is asked: the directory says which funds these are. */
export const par: PriceSource = {
  id: 'par',
  needsKey: false,
  currencies: ['USD'],
  batch: 1_000,
  serves: ({ kind, currency }) => kind === 'moneyFund' && currency === 'USD',
  quotes: async (wishes, { now }) => ({
    ok: true,
    answers: new Map(
      wishes.map(({ symbol }) => [symbol, { ok: true, price: ONE, currency: 'USD', date: dateInNewYork(now) }]),
    ),
  }),
}
