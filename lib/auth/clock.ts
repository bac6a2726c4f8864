import 'server-only'
import { cookies } from 'next/headers'
import { type IsoDate, isoDate } from '@/lib/core/units'
import { validTimeZone } from '@/lib/i18n/time-zone'

/** The calendar date of an instant in a time zone; an unknown zone counts as UTC. */
export function dateIn(zone: string | undefined, at: Date): IsoDate {
  // The Swedish locale writes dates as ISO does.
  const date = isoDate(at.toLocaleDateString('sv-SE', { timeZone: validTimeZone(zone) }))
  if (!date) throw new Error('The calendar gave no date')
  return date
}

/** Today in the user's time zone, which the browser names in the cookie `tz`. */
export async function asOf(): Promise<IsoDate> {
  return dateIn((await cookies()).get('tz')?.value, new Date())
}
