/** The currencies in which a position may be priced; GBX is a hundredth of GBP. */
export const CURRENCIES = ['USD', 'EUR', 'GBP', 'GBX', 'CAD', 'JPY', 'CNY', 'HKD'] as const
export type Currency = (typeof CURRENCIES)[number]

/** The currencies in which money is held: pence are pounds. */
export const MONEY_CURRENCIES = ['USD', 'EUR', 'GBP', 'CAD', 'JPY', 'CNY', 'HKD'] as const
export type MoneyCurrency = (typeof MONEY_CURRENCIES)[number]

export const isCurrency = (text: string): text is Currency => (CURRENCIES as readonly string[]).includes(text)
export const isMoneyCurrency = (text: string): text is MoneyCurrency =>
  (MONEY_CURRENCIES as readonly string[]).includes(text)

/** The money that a price is in, and how many of its units in which the price counts make one of that money. */
export const moneyOf = (currency: Currency): { currency: MoneyCurrency; parts: bigint } =>
  currency === 'GBX' ? { currency: 'GBP', parts: 100n } : { currency, parts: 1n }
