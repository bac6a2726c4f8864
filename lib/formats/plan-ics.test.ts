import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { decimalText } from '@/lib/core/decimal'
import { stagePlan } from '@/lib/core/stages'
import type { IsoDate } from '@/lib/core/units'
import { type CalendarPlan, type CalendarWords, calendarDays, planIcs } from '@/lib/formats/plan-ics'
import { anyDocument } from '@/lib/formats/random-document'

const words: CalendarWords = {
  calendar: 'Plan',
  summary: ({ name, trades }) => `${name} (${trades})`,
  stageSummary: ({ name, stage, stages }) => `${name} ${stage}/${stages}`,
  trade: ({ trade, quantity }, account) => `${account}: ${trade.side} ${decimalText(quantity)} ${trade.name}`,
  cashAfter: (account, cash) => `${account} ${decimalText(cash, 2, 2)}`,
  notice: 'Not advice; prices move, orders differ',
}

const anyPlan: fc.Arbitrary<CalendarPlan> = fc.record({
  id: fc.uuid(),
  name: fc.string({ unit: 'binary', minLength: 1 }),
  version: fc.integer({ min: 1, max: 99 }),
  savedAt: fc.constant(new Date('2026-11-22T10:00:00.000Z')),
  document: anyDocument,
})

const eventsOf = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

const shown = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '\ufffd')

describe('a plan as a calendar', () => {
  it('has one whole day for each stage, and every word of it survives', () => {
    const count = fc.integer({ min: 2, max: 12 })
    fc.assert(
      fc.property(anyPlan, fc.option(count, { nil: null }), (plan, stages) => {
        const choice = { count: stages ?? 0, first: '2026-12-01' as IsoDate, every: 'week' as const, n: 1 }
        const days = calendarDays(plan, stages === null ? null : stagePlan(plan.document, choice), words)
        const text = planIcs(plan, days, words)
        const events = eventsOf(text)
        expect(events).toHaveLength(stages ?? 1)
        events.forEach((event, i) => {
          const day = days[i]
          expect(event.startDate.isDate).toBe(true)
          expect(event.startDate.toString()).toBe(day?.date)
          expect(event.uid).toBe(`${plan.id}-${stages === null ? 0 : i + 1}@tidemark`)
          expect(event.sequence).toBe(plan.version - 1)
          expect(event.summary).toBe(shown(day?.summary ?? '').replaceAll('\n', ' '))
          expect(event.description).toBe(shown(day?.description ?? ''))
        })
        const lines = text.split('\r\n')
        expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
        expect(lines.every((line) => !line.includes('\n'))).toBe(true)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('names every trade of the plan in some event', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const text = calendarDays(plan, null, words)[0]?.description ?? ''
        for (const trade of plan.document.plan.trades) {
          expect(text).toContain(`${trade.side} ${decimalText(trade.quantity)} ${trade.name}`)
        }
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})
