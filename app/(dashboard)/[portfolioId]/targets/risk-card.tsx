'use client'

import { useTranslations } from 'next-intl'
import { ClassName, WeightStrip } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import type { Choice } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES, type AssetClass, type Weights } from '@/lib/core/asset-class'
import type { Conviction } from '@/lib/core/conviction'
import { builtInModel, REGIME_STATES, type RegimeState, type RiskLevel } from '@/lib/core/models'

interface CardProps {
  risk: RiskLevel
  conviction: Conviction
  /** The state that is looked at; none of a level that the portfolio does not have. */
  chosen?: RegimeState | null
  /** Only for the portfolio's level. */
  choose?: (choice: Choice) => void
  /** Only for the other levels. */
  setRisk?: () => void
  pending?: boolean
}

/** The models of one risk level. */
export function RiskCard({ risk, conviction, chosen, choose, setRisk, pending }: CardProps) {
  const t = useTranslations()
  const name = t(`units.risk.${risk}`)
  return (
    <section
      className={`shrink-0 basis-[92%] snap-start rounded-lg border bg-surface p-3 ${choose ? 'border-accent max-md:order-first' : 'border-line'}`}
    >
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h3>{name}</h3>
        {setRisk ? (
          <Button disabled={pending} onClick={setRisk}>
            {t('targets.models.compareWith', { risk: name })}
          </Button>
        ) : (
          <span className="flex items-center gap-1 text-sm text-muted">
            <Icon name="check" className="text-accent" />
            {t('targets.models.compared')}
          </span>
        )}
      </div>
      <ModelTable risk={risk} conviction={conviction} chosen={chosen} choose={choose} />
    </section>
  )
}

type TableProps = Pick<CardProps, 'risk' | 'conviction' | 'chosen' | 'choose'>

/** The three states side by side, as strips and as figures. */
function ModelTable({ risk, conviction, chosen, choose }: TableProps) {
  const t = useTranslations()
  return (
    <table className="mt-2 w-full table-fixed text-sm">
      <caption className="sr-only">{t('targets.models.caption', { risk: t(`units.risk.${risk}`) })}</caption>
      <thead>
        <tr>
          <td className="w-[37%]" />
          {REGIME_STATES.map((state) => (
            <th
              key={state}
              scope="col"
              className={`rounded-t-md pb-1 font-normal ${state === chosen ? 'bg-accent-soft' : ''}`}
            >
              <ModelHead
                weights={builtInModel(risk, state, conviction)}
                state={state}
                checked={state === chosen}
                choose={choose}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>td]:rounded-b-md">
        {ASSET_CLASSES.map((c) => (
          <ModelLine key={c} assetClass={c} risk={risk} conviction={conviction} chosen={chosen} />
        ))}
      </tbody>
    </table>
  )
}

function ModelLine({ assetClass, risk, conviction, chosen }: TableProps & { assetClass: AssetClass }) {
  return (
    <tr>
      <th scope="row" className="border-t border-line py-0.5 text-left font-normal">
        <ClassName assetClass={assetClass} short="always" />
      </th>
      {REGIME_STATES.map((state) => (
        <td
          key={state}
          className={`border-t border-line px-1 py-0.5 text-right ${state === chosen ? 'bg-accent-soft font-semibold' : ''}`}
        >
          <Percent value={builtInModel(risk, state, conviction)[assetClass]} decimals={1} />
        </td>
      ))}
    </tr>
  )
}

interface HeadProps {
  weights: Weights
  state: RegimeState
  checked: boolean
  choose: CardProps['choose']
}

function ModelHead({ weights, state, checked, choose }: HeadProps) {
  const t = useTranslations('units.regimeState')
  const strip = <WeightStrip weights={weights} upright />
  if (!choose) {
    return (
      <span className="grid justify-items-center gap-1 px-1 pt-1 text-muted">
        {strip}
        {t(state)}
      </span>
    )
  }
  return (
    <label className="grid justify-items-center gap-1 px-1 pt-1">
      {strip}
      {t(state)}
      <input
        type="radio"
        name="target"
        className="accent-accent"
        checked={checked}
        onChange={() => choose({ kind: 'builtIn', state })}
      />
    </label>
  )
}
