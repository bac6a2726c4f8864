'use client'

import { useTranslations } from 'next-intl'
import { useBandSummary } from '@/app/(dashboard)/[portfolioId]/targets/band-summary'
import { WeightStrip } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { OriginDetails } from '@/app/(dashboard)/[portfolioId]/targets/origin-details'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { WeightLine } from '@/app/(dashboard)/[portfolioId]/targets/weight-line'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { Instant } from '@/components/values/date'
import type { Adoption } from '@/lib/core/targets'

const SHOWN = 5

interface Props {
  /** Newest first: the first one is in force. */
  adoptions: Adoption[]
  onAgain: (adoption: Adoption) => void
}

/** Every target that was ever in force, newest first, with its date and its origin. */
export function AdoptionHistory({ adoptions, onAgain }: Props) {
  const t = useTranslations('targets.history')
  const recent = adoptions.slice(0, SHOWN)
  const older = adoptions.slice(SHOWN)
  return (
    <Section title={t('title')} description={adoptions.length === 0 ? t('empty') : t('description')}>
      {recent.length > 0 && <AdoptionList adoptions={recent} inForceFirst onAgain={onAgain} />}
      {older.length > 0 && (
        <details>
          <summary className="py-1 text-accent">{t('older', { count: older.length })}</summary>
          <AdoptionList adoptions={older} onAgain={onAgain} />
        </details>
      )}
    </Section>
  )
}

function AdoptionList({ adoptions, inForceFirst = false, onAgain }: Props & { inForceFirst?: boolean }) {
  return (
    <ol className="grid gap-2">
      {adoptions.map((adoption, i) => (
        <AdoptionItem key={adoption.id} adoption={adoption} inForce={inForceFirst && i === 0} onAgain={onAgain} />
      ))}
    </ol>
  )
}

interface ItemProps {
  adoption: Adoption
  inForce: boolean
  onAgain: Props['onAgain']
}

function AdoptionItem({ adoption, inForce, onAgain }: ItemProps) {
  const t = useTranslations('targets.history')
  const origin = useOriginName()(adoption.origin)
  const bands = useBandSummary()(adoption.bands, adoption.destination)
  return (
    <li className="grid gap-2 rounded-lg border border-line bg-surface p-3 lg:grid-cols-[16rem_1fr_8rem] lg:gap-4">
      <div className="min-w-0">
        <p className="font-semibold break-words">{origin}</p>
        <OriginDetails origin={adoption.origin} />
        <p className="text-sm text-muted">
          <Instant value={adoption.adoptedAt} />
        </p>
      </div>
      <div className="grid min-w-0 content-start gap-1">
        <WeightStrip weights={adoption.weights} />
        <WeightLine weights={adoption.weights} />
        <p className="text-sm text-muted">{bands}</p>
      </div>
      <div className="lg:justify-self-end">
        {inForce ? (
          <p className="flex h-8 items-center gap-1 font-semibold">
            <Icon name="check" className="text-accent" />
            {t('inForce')}
          </p>
        ) : (
          <Button onClick={() => onAgain(adoption)} aria-label={t('againLabel', { origin })}>
            {t('again')}
          </Button>
        )}
      </div>
    </li>
  )
}
