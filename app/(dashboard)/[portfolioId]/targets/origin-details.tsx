import { useLocale, useTranslations } from 'next-intl'
import { formatRatio } from '@/components/values/format'
import { convictionOf } from '@/lib/core/conviction'
import type { TargetOrigin } from '@/lib/core/targets'

/** What the name of a built-in target leaves out: its conviction, and the score of the measured state that it was proposed for. */
export function OriginDetails({ origin }: { origin: TargetOrigin }) {
  const t = useTranslations('targets.history')
  const locale = useLocale()
  if (!('risk' in origin)) return null
  const score = origin.kind === 'measured' ? origin.score : null
  return (
    <p className="text-sm text-muted">
      {t('conviction', { conviction: formatRatio(locale, convictionOf(origin)) })}
      {score !== null && <> {t('score', { score: formatRatio(locale, score) })}</>}
    </p>
  )
}
