import { planWords, type Words } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/file-words'
import { centsUp, formatFine } from '@/app/(dashboard)/[portfolioId]/plans/report/fine-money'
import { issueValues } from '@/app/(dashboard)/[portfolioId]/plans/report/issue-values'
import { gapOf, standingOf } from '@/app/(dashboard)/[portfolioId]/plans/report/standing'
import {
  formatDate,
  formatInstant,
  formatMoney,
  formatPercent,
  formatPrice,
  formatQuantity,
} from '@/components/values/format'
import { isAssetClass } from '@/lib/core/asset-class'
import { reconcileCash } from '@/lib/core/cash-reconciliation'
import type { Issue } from '@/lib/core/issue'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { Bps, Cents } from '@/lib/core/units'
import type { PlanPdfWords } from '@/lib/formats/pdf/plan-words'

/** A saved plan as far as its words need it. */
export interface Printed {
  name: string
  createdAt: Date
  approvedAt: Date | null
  document: PlanDocument
}

/** In which language, by which clock, and made when. */
export interface Reader {
  t: Words
  locale: string
  timeZone: string
  made: Date
}

/** The words of a printed plan in the reader's language. */
export function pdfWords({ name, createdAt, approvedAt, document }: Printed, reader: Reader): PlanPdfWords {
  const { t, locale, timeZone, made } = reader
  const { snapshot, policy, issues } = document
  const { currency } = snapshot
  const date = (at: Date) => formatInstant(locale, at, timeZone, 'date')
  const saved = t('planFiles.pdf.saved', { saved: date(createdAt), date: formatDate(locale, policy.asOf) })
  const status = approvedAt ? t('planFiles.pdf.approved', { date: date(approvedAt) }) : t('plans.status.draft')
  const holdings = new Map(snapshot.holdings.map((h) => [h.id, h]))
  return {
    ...planWords(t, locale),
    figures: {
      money: (value) => formatMoney(locale, value, currency),
      price: (value) => formatPrice(locale, value, currency),
      quantity: (value) => formatQuantity(locale, value),
      share: (value) => formatPercent(locale, value),
      date: (value) => formatDate(locale, value),
    },
    title: name,
    saved: t('plans.sentences', { first: saved, second: status }),
    made: t('planFiles.pdf.made', { date: date(made) }),
    summary: summary(document, reader),
    heading: (heading) => t(`planFiles.pdf.heading.${heading}`),
    tradesHint: t('plans.report.tradesHint'),
    taxUnknown: t('plans.report.taxUnknown'),
    change: (value) => formatMoney(locale, value, currency, { sign: 'always' }),
    barsHint: t('planFiles.pdf.barsHint'),
    proof: [t(`plans.proof.told.${standingOf(document.plan.certificate)}`)],
    proofFigures: proofFigures(document, reader),
    warnings: issues.map((issue) => warning(issue, currency, reader)),
    quoted: (trade) => {
      const quoted = holdings.get(trade.holdingId)?.quoted
      return quoted && quoted.price !== null ? formatPrice(locale, quoted.price, quoted.currency) : null
    },
    notices: [t('plans.report.notAdvice'), t('common.notice')],
  }
}

/** The sentence that stands above a plan on the screen, as plain text. */
function summary({ snapshot, policy, plan }: PlanDocument, { t, locale }: Reader): string {
  const money = (value: Cents) => () => formatMoney(locale, value, snapshot.currency)
  const drift = (value: Bps | null) => (value === null ? '–' : formatPercent(locale, value, { decimals: 1 }))
  const { certificate } = plan
  const gap = money(centsUp(gapOf(certificate)))
  const values = {
    count: plan.trades.length,
    before: drift(plan.driftBefore),
    after: drift(plan.driftAfter),
    turnover: money(plan.turnover),
    tax: money(plan.tax.total),
    costs: () => (plan.costs === 0n ? '' : t.markup('plans.report.answerCosts', { money: money(plan.costs) })),
    cash: money(reconcileCash(snapshot, policy, plan).total.free),
    proof: () => t.markup(`plans.proof.clause.${standingOf(certificate)}`, { gap }),
  }
  return plan.tax.unknown === 0
    ? t.markup('plans.report.answer', values)
    : t.markup('plans.report.answerTaxUnknown', { ...values, unknown: plan.tax.unknown })
}

function proofFigures({ snapshot, plan: { certificate } }: PlanDocument, { t, locale }: Reader): [string, string][] {
  if (standingOf(certificate) === 'none') return []
  const fine = (value: typeof certificate.objective) => formatFine(locale, value, snapshot.currency)
  return [
    [t('plans.proof.objective'), fine(certificate.objective)],
    [t('plans.proof.bound'), fine(certificate.lowerBound)],
    [t('plans.proof.gap'), fine(gapOf(certificate))],
  ]
}

function warning(issue: Issue, currency: string, { t, locale }: Reader): string {
  const subject = isAssetClass(issue.subject) ? t(`units.assetClass.${issue.subject}`) : issue.subject
  const values = { subject, ...issueValues(locale, issue, currency), amount: (chunks: string) => chunks }
  return t.markup(`issues.${issue.code}`, values)
}
