import type { Currency } from '@/lib/core/currency'

const WORDS: readonly [RegExp, Currency][] = [
  [/^(?:usd|us\$|u\.?s\.? dollars?|dollars?|\$|美元|美金)$/i, 'USD'],
  [/^(?:eur|€|euros?|欧元)$/i, 'EUR'],
  [/^(?:gbx|p|pence|便士)$|^GBp$/, 'GBX'],
  [/^(?:gbp|£|pounds?(?: sterling)?|sterling|英镑)$/i, 'GBP'],
  [/^(?:cad|c\$|ca\$|canadian dollars?|加元|加币)$/i, 'CAD'],
  [/^(?:jpy|yen|日元|日圆|円)$/i, 'JPY'],
  [/^(?:cny|cnh|rmb|yuan|元|人民币|人民币元)$/i, 'CNY'],
  [/^(?:hkd|hk\$|hong kong dollars?|港币|港元)$/i, 'HKD'],
]

/** The currency that a cell names by code, sign or word; null for any other text. `¥` is of two currencies and names none. */
export function currencyOf(text: string): Currency | null {
  const plain = text.normalize('NFKC').trim()
  return WORDS.find(([words]) => words.test(plain))?.[1] ?? null
}

const BEFORE = /^([-+(]?)\s*(US\$|HK\$|CA\$|C\$|€|£|¥|[A-Z]{3})\s*(?=[\d.(-])/
const BEHIND = /\s*(US\$|HK\$|CA\$|€|£|¥|元|[A-Z]{3})(\)?)$/

/** A cell of money without the sign or code of its currency, which is given apart; the dollar sign alone stays and says nothing. */
export function withoutCurrency(cell: string): { text: string; sign: string | null } {
  const plain = cell.replaceAll('￥', '¥').trim()
  const before = BEFORE.exec(plain)
  if (before) return { text: plain.replace(BEFORE, '$1'), sign: before[2] ?? null }
  const behind = /\d\)?\s*\D+$/.test(plain) ? BEHIND.exec(plain) : null
  return behind ? { text: plain.replace(BEHIND, '$2'), sign: behind[1] ?? null } : { text: plain, sign: null }
}
