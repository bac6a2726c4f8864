'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { readPreference, writePreference } from '@/components/ui/preference'

/** Tells the server the device's time zone, once, and has the page drawn again with it: "today" is the reader's today. */
export function TimeZoneCookie() {
  const router = useRouter()
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || readPreference('tz') === zone) return
    writePreference('tz', zone)
    if (readPreference('tz') === zone) router.refresh()
  }, [router])
  return null
}
