'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { AdoptBar } from '@/app/(dashboard)/[portfolioId]/targets/adopt-bar'
import { BandsEditor } from '@/app/(dashboard)/[portfolioId]/targets/bands-editor'
import { BlendSlider } from '@/app/(dashboard)/[portfolioId]/targets/blend-slider'
import { ConvictionSlider } from '@/app/(dashboard)/[portfolioId]/targets/conviction-slider'
import { DraftTable } from '@/app/(dashboard)/[portfolioId]/targets/draft-table'
import { useConsideredName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import type { Draft } from '@/app/(dashboard)/[portfolioId]/targets/use-draft'
import { StripLegend } from '@/components/charts/strip-marks'
import { Card } from '@/components/ui/card'
import type { RiskLevel } from '@/lib/core/models'
import type { Adoption, Bands } from '@/lib/core/targets'
import type { Breakdown } from '@/lib/core/valuation'

interface Props {
  portfolioId: string
  draft: Draft
  risk: RiskLevel
  basis: Breakdown
  currency: string
  inForce: Adoption | null
  onAdopt: (bands: Bands) => void
  onCopy: () => void
}

/** What the user is looking at: its weights live beside what is held, and its bands. */
export function DraftPanel({ portfolioId, draft, risk, basis, currency, ...rest }: Props) {
  const t = useTranslations('targets.draft')
  const nameOf = useConsideredName()
  return (
    <section className="grid content-start gap-3">
      <div>
        <h2 className="text-lg">{t('title', { origin: nameOf(draft) })}</h2>
        <p className="text-muted">{t('hint')}</p>
      </div>
      <Card className="grid gap-4">
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[3fr_2fr]">
          <BlendSlider {...draft.place} choose={draft.choose} />
          <ConvictionSlider risk={risk} conviction={draft.conviction} setConviction={draft.setConviction} />
        </div>
        <div className="max-sm:-mx-3">
          <DraftTable draft={draft} risk={risk} basis={basis} currency={currency} />
        </div>
        <Legend />
        {draft.source.kind === 'holdings' && <p>{t('holdingsRescaled')}</p>}
        {basis.weights === null && (
          <p>
            {t.rich('nothingHeld', {
              holdings: (words) => (
                <Link href={`/${portfolioId}/holdings`} className="text-accent underline">
                  {words}
                </Link>
              ),
            })}
          </p>
        )}
      </Card>
      <BandsEditor draft={draft} basis={basis} />
      <AdoptBar draft={draft} {...rest} />
    </section>
  )
}

function Legend() {
  const t = useTranslations()
  return (
    <div className="max-md:hidden">
      <StripLegend
        items={[
          { mark: 'now', label: t('targets.table.now') },
          { mark: 'tightening', label: t('units.regime.tightening') },
          { mark: 'postQt', label: t('units.regime.postQt') },
          { mark: 'target', label: t('targets.table.legendTarget') },
        ]}
      />
    </div>
  )
}
