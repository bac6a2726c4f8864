import { useTranslations } from 'next-intl'
import { CalendarDate } from '@/components/values/date'
import type { CalendarDay } from '@/lib/formats/plan-ics'

/** The entries of a calendar file, a day each. */
export function CalendarPreview({ days }: { days: CalendarDay[] }) {
  const t = useTranslations('exports.calendar')
  return (
    <ul aria-label={t('entries')} className="grid gap-3">
      {days.map((day) => (
        <li key={day.uid} className="rounded-lg border border-line bg-surface p-4">
          <p className="font-semibold [overflow-wrap:anywhere]">
            <CalendarDate value={day.date} /> – {day.summary}
          </p>
          <p className="money mt-1 text-sm whitespace-pre-line [overflow-wrap:anywhere] text-muted">
            <span className="amount">{day.description}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
