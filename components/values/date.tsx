import { useLocale, useTimeZone } from 'next-intl'
import { formatDate, formatInstant } from '@/components/values/format'
import type { IsoDate } from '@/lib/core/units'

/** A calendar date, the same day for every reader. */
export function CalendarDate({ value, length }: { value: IsoDate; length?: 'short' | 'medium' | 'long' }) {
  const locale = useLocale()
  return (
    <time dateTime={value} className="whitespace-nowrap">
      {formatDate(locale, value, length)}
    </time>
  )
}

/** An instant (ISO text or Date) on the reader's clock. */
export function Instant({ value, shows = 'both' }: { value: Date | string; shows?: 'date' | 'time' | 'both' }) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const at = new Date(value)
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {formatInstant(locale, at, timeZone, shows)}
    </time>
  )
}
