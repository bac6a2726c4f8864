import 'server-only'
import { calendarWords, planWords, type Words } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/file-words'
import { reasonSentence } from '@/app/(dashboard)/[portfolioId]/plans/report/reason-sentence'
import type { Trade } from '@/lib/core/plan'
import { type StagedPlan, stagePlan } from '@/lib/core/stages'
import type { OpenPlan } from '@/lib/flows/open-plan'
import { genericOrders } from '@/lib/formats/orders-generic'
import { planCsv } from '@/lib/formats/plan-csv'
import { type CalendarDay, calendarDays, planIcs } from '@/lib/formats/plan-ics'
import { planJson } from '@/lib/formats/plan-json'
import { planSheets } from '@/lib/formats/plan-xlsx'
import type { Sheet } from '@/lib/formats/sheets'

/** What the files of a plan hold, for the downloads and for their previews alike. */
export interface PlanFiles {
  staged: StagedPlan | null
  sheets: () => Sheet[]
  csv: () => string
  json: () => string
  days: () => CalendarDay[]
  ics: () => string
  orders: (accountId: string | null) => string
}

/** The files of a saved plan in the reader's language. */
export function planFiles(plan: OpenPlan, t: Words, locale: string): PlanFiles {
  const { id, name, version, createdAt: savedAt, approvedAt, document } = plan
  const staged = plan.stages && stagePlan(document, plan.stages)
  const calendar = { id, name, version, savedAt, document }
  const words = calendarWords(t, locale, document.snapshot.currency)
  const reasonOf = (trade: Trade) => reasonSentence(t, locale, trade.reason)
  const days = () => calendarDays(calendar, staged, words)
  return {
    staged,
    sheets: () => planSheets(document, staged, planWords(t, locale)),
    csv: () => planCsv(document, reasonOf),
    json: () =>
      planJson({ name, savedAt: savedAt.toISOString(), approvedAt: approvedAt?.toISOString() ?? null, document }),
    days,
    ics: () => planIcs(calendar, days(), words),
    orders: (accountId) => genericOrders(document, accountId, reasonOf),
  }
}
