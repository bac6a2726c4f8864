'use client'

import { useTranslations } from 'next-intl'
import { savePriceKeyAction } from '@/app/(dashboard)/[portfolioId]/prices/actions'
import { KeyForm } from '@/app/(dashboard)/key-form'
import { Notice } from '@/components/ui/notice'
import type { KeyedFeed } from '@/lib/core/price-feeds'
import type { PriceKeyStanding } from '@/lib/flows/price-keys'

/** The key of a source that wants one. */
export function PriceKeyForm({ source, standing }: { source: KeyedFeed; standing: PriceKeyStanding }) {
  const t = useTranslations('prices.key')
  const name = useTranslations('prices.source')(`${source}.name`)
  const [save, replace, remove, saved, removed] = [t('save'), t('replace'), t('remove'), t('saved'), t('removed')]
  return (
    <KeyForm
      label={t('label', { name })}
      hint={t('hint', { name })}
      words={{ save, replace, remove, saved, removed }}
      kept={standing.state !== 'none'}
      onSave={(key) => savePriceKeyAction({ source, key })}
    >
      <KeyState standing={standing} name={name} />
    </KeyForm>
  )
}

function KeyState({ standing: { state, end }, name }: { standing: PriceKeyStanding; name: string }) {
  const t = useTranslations('prices.key')
  const words = t(state, { end: end ?? '', name })
  if (state === 'refused' || state === 'unreadable') return <Notice tone="warning">{words}</Notice>
  return <p className="text-muted">{words}</p>
}
