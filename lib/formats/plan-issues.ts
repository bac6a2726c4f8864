import type { Issue, IssueCode } from '@/lib/core/issue'

/** What can be wrong with a request before there is a snapshot to look at. */
export type RequestIssueCode =
  | IssueCode
  | 'json.invalid'
  | 'field.missing'
  | 'field.invalid'
  | 'field.unknown'
  | 'number.invalid'
  | 'number.inexact'
  | 'number.tooPrecise'
  | 'number.tooLarge'
  | 'number.outOfRange'
  | 'date.invalid'
  | 'account.duplicate'
  | 'class.invalid'
  | 'lots.duplicate'
  | 'lots.future'
  | 'securities.unknown'
  | 'portfolio.tooLarge'
  | 'issues.more'
  | 'plan.failed'

/** One problem or remark, as it stands in an answer. */
export interface RequestIssue {
  code: RequestIssueCode
  severity: Issue['severity']
  /** The symbol, the account or the field that it is about. */
  subject: string
  /** Where in the request, as `holdings[3].price`; empty for the whole of it. */
  path: string
  message: string
  values?: Record<string, string>
}

type Values = Record<string, string>
type Wording = (subject: string, values: Values) => string

/** In English: programs read the codes, people the screens. */
const MESSAGES: Record<RequestIssueCode, Wording> = {
  'json.invalid': (s, v) => `${s} is not JSON: ${v.reason}`,
  'field.missing': (s, v) => `${s}: ${v.field} is missing.`,
  'field.invalid': (s, v) => `${s}: ${v.field} must be ${v.expected}.`,
  'field.unknown': (s, v) => `${s}: ${v.field} is not a field of this format and was not read.`,
  'number.invalid': (s, v) => `${s}: ${v.field} must be a number, as a string such as "12.50" or as a JSON number.`,
  'number.inexact': (s, v) => `${s}: ${v.field} has more digits than a JSON number keeps. Write it as a string.`,
  'number.tooPrecise': (s, v) => `${s}: ${v.field} may have ${v.places} digits after the point.`,
  'number.tooLarge': (s, v) => `${s}: ${v.field} is too large; 15 digits may stand before the point.`,
  'number.outOfRange': (s, v) => `${s}: ${v.field} must be from ${v.least} to ${v.most}.`,
  'date.invalid': (s, v) => `${s}: ${v.field} must be a date that exists, written as 2026-11-20.`,
  'account.duplicate': (s) => `The account ${s} stands twice in the list. Give every account an id of its own.`,
  'class.invalid': (s, v) => `${s}: ${v.name} is not a class. The classes are ${v.classes}.`,
  'class.unknown': (s) => `${s} has no class, so the plan leaves it alone.`,
  'class.invalidSplit': (s) => `The split of ${s} over the classes does not total 10,000 basis points.`,
  'class.noSecurity': (s) => `${s} is below where the target leads it, but no account lists a security of it to buy.`,
  'price.missing': (s) => `${s} has no price, so its value is unknown.`,
  'price.stale': (s, v) => `The price of ${s} is of ${v.date} and too old.`,
  'price.future': (s, v) => `The price of ${s} is dated ${v.date}, which is still to come.`,
  'price.notPositive': (s) => `The price of ${s} is not above zero.`,
  'rate.missing': (s, v) => `${s} is in ${v.currency}, and no exchange rate from there is known.`,
  'rate.stale': (s, v) => `The exchange rate for ${v.currency} that ${s} needs is of ${v.date} and too old.`,
  'rate.future': (s, v) =>
    `The exchange rate for ${v.currency} that ${s} needs is dated ${v.date}, which is still to come.`,
  'quantity.negative': (s) => `The quantity of ${s} is below zero; short positions are not planned here.`,
  'unit.notPositive': (s) => `The tradable unit of ${s} is not above zero.`,
  'lots.exceed': (s, v) => `The lots of ${s} add up to ${v.lots}, more than the ${v.quantity} that are held.`,
  'lots.missing': (s) => `${s} is sold, but not all of its lots are known: their tax counts as zero here.`,
  'lots.invalid': (s) => `${s} has a lot without a quantity above zero, or with a cost below zero.`,
  'lots.duplicate': (s, v) => `${s} has two lots with the id ${v.id}.`,
  'lots.future': (s, v) => `${s} has a lot acquired on ${v.date}, after the day of the plan.`,
  'holding.duplicate': (s) => `${s} stands twice in the same account. Put the two rows together.`,
  'holding.unknownAccount': (s, v) => `${s} belongs to the account ${v.account ?? ''}, which is not in the list.`,
  'securities.unknown': (s) => `securityWeights names ${s}, which no holding has.`,
  'targets.total': (_, v) => `The targets total ${v.total ?? 'something else'}, not 10000 basis points.`,
  'portfolio.empty': () => 'There is nothing to plan with: holdings and cash are not worth more than zero.',
  'portfolio.tooLarge': () =>
    'The portfolio is worth more than 15 digits of money. Look for a price or a quantity that is wrong.',
  'cash.short': (s, v) =>
    `The account ${s} lacks ${v.missing}: its cash does not reach its reserve of ${v.reserve}, even after every sale allowed.`,
  'cash.reserveShort': (s) => `The cash of the account ${s} is below its reserve.`,
  'cashFlow.unknownAccount': (s) => `The money was to go to the account ${s}, which is not in the list.`,
  'cashFlow.noneToPlace': () => 'There is no new money to place.',
  'plan.outsideBand': (s, v) =>
    `${s} stays outside its band: ${v.weight} basis points after the plan, against a target of ${v.target}.`,
  'washSale.inPlan': (s) => `${s} is sold at a loss and bought in the same plan: the loss may not count for tax.`,
  'washSale.recent': (s, v) => `${s} is sold at a loss, and was bought on ${v.date}: the loss may not count for tax.`,
  'plan.failed': () => 'This request met a fault in the program. No plan was made of it.',
  'issues.more': (_, v) => `${v.count} more problems are not listed.`,
}

/** An issue with its sentence. */
export function requestIssue(
  code: RequestIssueCode,
  severity: Issue['severity'],
  at: { subject: string; path: string },
  values?: Values,
): RequestIssue {
  const wording: Wording | undefined = MESSAGES[code]
  const message = wording?.(at.subject, values ?? {}) ?? `${at.subject}: ${code}`
  return { code, severity, ...at, message, ...(values && { values }) }
}
