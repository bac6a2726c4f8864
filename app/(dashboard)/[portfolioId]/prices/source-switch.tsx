'use client'

import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { movePriceSourceAction, switchPriceSourceAction } from '@/app/(dashboard)/[portfolioId]/prices/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { IconButton } from '@/components/ui/button'
import { Switch } from '@/components/ui/checkbox'
import { toastFailure } from '@/components/ui/toast'
import type { PriceFeed } from '@/lib/core/price-feeds'

interface Props {
  source: PriceFeed
  /** Its place in the order, from 0; −1 when it is off. */
  place: number
  last: number
}

/** Off unless the user turns it on. The switch shows at once what was asked, and goes back when it could not be stored. */
export function SourceSwitch({ source, place, last }: Props) {
  const t = useTranslations()
  const [shown, show] = useOptimistic(place >= 0)
  const [, start] = useTransition()
  const { pending, run } = useAction()
  const name = t(`prices.source.${source}.name`)
  const toggle = (on: boolean) =>
    start(async () => {
      show(on)
      const result = await switchPriceSourceAction({ source, on }).catch(() => null)
      if (!result?.ok) toastFailure(t(`common.failure.${result?.code ?? 'unexpected'}`))
    })
  const move = (by: -1 | 1) => run(() => movePriceSourceAction({ source, by }))
  return (
    <div className="flex items-start gap-2">
      <Switch
        className="min-w-0 flex-1"
        label={<span className="font-semibold">{name}</span>}
        hint={t(`prices.source.${source}.terms`)}
        checked={shown}
        onChange={(event) => toggle(event.target.checked)}
      />
      {place >= 0 && last > 0 && (
        <span className="-my-1.5 flex">
          <IconButton
            icon="arrow-up"
            label={t('prices.source.up', { name })}
            disabled={pending || place === 0}
            onClick={() => move(-1)}
          />
          <IconButton
            icon="arrow-down"
            label={t('prices.source.down', { name })}
            disabled={pending || place === last}
            onClick={() => move(1)}
          />
        </span>
      )}
    </div>
  )
}
