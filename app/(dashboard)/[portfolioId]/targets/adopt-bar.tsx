'use client'

import { useTranslations } from 'next-intl'
import { sameBands } from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import { sameOrigin } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import type { Draft } from '@/app/(dashboard)/[portfolioId]/targets/use-draft'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Instant } from '@/components/values/date'
import { sameWeights } from '@/lib/core/asset-class'
import type { Adoption, Bands } from '@/lib/core/targets'

interface Props {
  draft: Draft
  inForce: Adoption | null
  onAdopt: (bands: Bands) => void
  /** Starts a model of the user's own from these weights. */
  onCopy: () => void
}

/** Adopt what is looked at, or hear that it is in force already; or make it the start of a model of one's own. */
export function AdoptBar({ draft, inForce, onAdopt, onCopy }: Props) {
  const t = useTranslations('targets')
  const { bands } = draft
  return (
    <div className="flex flex-wrap items-center gap-2">
      {bands === null ? (
        <p className="text-danger">{t('bands.unreadable')}</p>
      ) : inForce && isInForce(draft, bands, inForce) ? (
        <p className="mr-2 flex items-center gap-1 font-semibold">
          <Icon name="check" className="text-accent" />
          <span>
            {t.rich('adopt.already', { date: () => <Instant key="date" value={inForce.adoptedAt} shows="date" /> })}
          </span>
        </p>
      ) : (
        <Button variant="primary" onClick={() => onAdopt(bands)}>
          {t('adopt.open')}
        </Button>
      )}
      <Button icon="copy" onClick={onCopy}>
        {t('draft.copy')}
      </Button>
    </div>
  )
}

function isInForce(draft: Draft, bands: Bands, inForce: Adoption): boolean {
  const same = sameWeights(draft.weights, inForce.weights) && sameOrigin(draft.origin, inForce.origin)
  return same && sameBands(bands, inForce.bands) && draft.destination === inForce.destination
}
