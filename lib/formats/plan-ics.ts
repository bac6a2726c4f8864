import ical, { ICalEventTransparency } from 'ical-generator'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { StagePart } from '@/lib/core/stage-parts'
import type { StagedPlan } from '@/lib/core/stages'
import type { Cents, IsoDate } from '@/lib/core/units'

/** What identifies a plan in a calendar: with an equal id and a higher version an event replaces the one that is there. */
export interface CalendarPlan {
  id: string
  name: string
  version: number
  savedAt: Date
  document: PlanDocument
}

export interface CalendarWords {
  /** The calendar's own name. */
  calendar: string
  summary: (plan: { name: string; trades: number }) => string
  stageSummary: (plan: { name: string; stage: number; stages: number; trades: number }) => string
  trade: (part: StagePart, account: string) => string
  cashAfter: (account: string, cash: Cents) => string
  /** Stands at the end of every event. */
  notice: string
}

/** One day of the calendar; without stages the plan's own day with all trades. */
export interface CalendarDay {
  date: IsoDate
  uid: string
  summary: string
  description: string
}

/** The days of a plan: one for each stage, or one for the day that the plan is for. */
export function calendarDays(plan: CalendarPlan, staged: StagedPlan | null, words: CalendarWords): CalendarDay[] {
  const { snapshot, policy, plan: planned } = plan.document
  const uid = (stage: number) => `${plan.id}-${stage}@tidemark`
  const nameOf = (id: string) => snapshot.accounts.find((account) => account.id === id)?.name ?? ''
  const description = (parts: readonly StagePart[], cash: Record<string, Cents>): string =>
    [
      ...parts.map((part) => words.trade(part, nameOf(part.trade.accountId))),
      '',
      ...snapshot.accounts.flatMap(({ id, name }) => (cash[id] === undefined ? [] : [words.cashAfter(name, cash[id])])),
      '',
      words.notice,
    ].join('\n')
  if (!staged) {
    const parts = planned.trades.map((trade) => ({ ...trade, trade }))
    const summary = words.summary({ name: plan.name, trades: parts.length })
    return [{ date: policy.asOf, uid: uid(0), summary, description: description(parts, planned.cashAfter) }]
  }
  const stages = staged.stages.length
  return staged.stages.map(({ date, parts, cashAfter }, i) => ({
    date,
    uid: uid(i + 1),
    summary: words.stageSummary({ name: plan.name, stage: i + 1, stages, trades: parts.length }),
    description: description(parts, cashAfter),
  }))
}

/** The days as an iCalendar file (RFC 5545): whole days of no time zone that leave the reader free. */
export function planIcs(plan: CalendarPlan, days: readonly CalendarDay[], words: CalendarWords): string {
  const calendar = ical({ name: plain(words.calendar), prodId: { company: 'Tidemark', product: 'Plan' } })
  for (const { date, uid, summary, description } of days) {
    calendar.createEvent({
      id: uid,
      sequence: plan.version - 1,
      stamp: plan.savedAt,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      summary: plain(summary).replaceAll('\n', ' '),
      description: plain(description),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}

/** Control characters may not stand in a calendar; they are marked, not dropped. Every line end is one of the calendar's. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '\ufffd')
