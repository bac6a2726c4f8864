'use client'

import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { switchSourceAction } from '@/app/(dashboard)/[portfolioId]/policy/sources/actions'
import { Switch } from '@/components/ui/checkbox'
import { toastFailure } from '@/components/ui/toast'
import type { Source } from '@/lib/core/feed-series'

/** Off unless the user turns it on. The switch shows at once what was asked, and goes back when it could not be stored. */
export function SourceSwitch({ source, on }: { source: Source; on: boolean }) {
  const t = useTranslations()
  const [shown, show] = useOptimistic(on)
  const [, start] = useTransition()
  const toggle = (next: boolean) =>
    start(async () => {
      show(next)
      const result = await switchSourceAction({ source, on: next }).catch(() => null)
      if (!result?.ok) toastFailure(t(`common.failure.${result?.code ?? 'unexpected'}`))
    })
  return (
    <Switch
      label={<span className="font-semibold">{t(`sources.source.${source}.name`)}</span>}
      hint={t(`sources.source.${source}.hint`)}
      checked={shown}
      onChange={(event) => toggle(event.target.checked)}
    />
  )
}
