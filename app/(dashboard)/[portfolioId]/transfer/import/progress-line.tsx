'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Progress } from '@/app/(dashboard)/[portfolioId]/transfer/import/send-import'

/** What is over before would only flicker. */
const SHOWN_AFTER_MS = 700

/** How far a request is, once it takes noticeable time. Without a known end the bar says so by itself. */
export function ProgressLine({ progress: { phase, done, of } }: { progress: Progress }) {
  const t = useTranslations('import.progress')
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => show(true), SHOWN_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <div className="grid gap-1">
      <progress
        aria-label={t('label')}
        className="h-2 w-full accent-accent"
        {...(of > 0 ? { value: done, max: of } : {})}
      />
      <p role="status" className="text-sm text-muted">
        {t(phase)}
      </p>
    </div>
  )
}
