import type { TaxTreatment } from '@/lib/core/portfolio'

/** Words in names of accounts. Of two that fit the earlier row decides: a `Roth IRA` is an IRA, and a `Traditional IRA Brokerage` is one, too. */
const WORDS: readonly [RegExp, TaxTreatment][] = [
  [/\b(?:non[- ]?retirement|non[- ]?registered|taxable|after[- ]tax brokerage)\b|应税/i, 'taxable'],
  [/\b(?:roth|hsa|health savings|529|education savings|coverdell|tfsa|isa|nisa)\b|免税/i, 'free'],
  [
    /\b(?:ira|individual retirement|rollover|simple ira|keogh|401[ -]?\(?[ak]\)?|403[ -]?\(?b\)?|457[ -]?\(?b?\)?|tsp|pension|profit sharing|retirement|rrsp|rrif|lira|sipp|superannuation|annuity|deferred|brokeragelink|esop)(?![\p{L}\d])|养老|年金|递延/iu,
    'deferred',
  ],
  [
    /\b(?:individual|joint|jtwros|tenants? (?:in|by)|community property|tod|transfer on death|brokerage|trust|custodial|utma|ugma|investment account|margin|cma|cash management|corporate|llc|wros)\b|个人|联名|联合|普通/i,
    'taxable',
  ],
]
const PLAN = /\b(?:ira|individual retirement|401|403|457|tsp|contributory|conversion)/i
const PERSON = /\b(?:individual|joint|tod|trust|custodial)\b/i

/**
 * How the gains of an account are taxed, from the words of its name; null when they do not say. `Roth` is a surname, too: beside `Individual`
 * or `Trust` and without the word of a plan it says nothing.
 */
export function taxOf(accountName: string): TaxTreatment | null {
  const name = accountName.normalize('NFKC').replaceAll('_', ' ')
  const found = WORDS.find(([words]) => words.test(name))?.[1] ?? null
  if (found === 'free' && /\broth\b/i.test(name) && PERSON.test(name) && !PLAN.test(name)) return null
  return found
}
