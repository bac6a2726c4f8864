'use client'

import { useTranslations } from 'next-intl'
import { ClassName, WeightStrip } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import type { Choice } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { builtInModel, REGIME_STATES, type RegimeState, RISK_LEVELS, type RiskLevel } from '@/lib/core/models'

interface Props {
  /** The portfolio's risk level: only its models can be looked at. */
  risk: RiskLevel
  choice: Choice
  choose: (choice: Choice) => void
  setRisk: (risk: RiskLevel) => void
  pending: boolean
}

/** The nine built-in models: a card per risk level, in it the three states side by side. */
export function RiskModels({ risk, choice, choose, setRisk, pending }: Props) {
  const t = useTranslations('targets.models')
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t('title')}</h2>
      {/* On a phone the cards stand side by side, the chosen one first, so that the draft stays near. */}
      <div className="relative flex snap-x gap-3 overflow-x-auto pb-1 md:grid md:grid-cols-3 md:overflow-visible xl:grid-cols-1">
        {RISK_LEVELS.map((level) =>
          level === risk ? (
            <RiskCard
              key={level}
              risk={level}
              chosen={choice.kind === 'builtIn' ? choice.state : null}
              choose={choose}
            />
          ) : (
            <RiskCard key={level} risk={level} setRisk={() => setRisk(level)} pending={pending} />
          ),
        )}
      </div>
    </section>
  )
}

interface CardProps {
  risk: RiskLevel
  chosen?: RegimeState | null
  choose?: (choice: Choice) => void
  setRisk?: () => void
  pending?: boolean
}

function RiskCard({ risk, chosen, choose, setRisk, pending }: CardProps) {
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
      <table className="mt-2 w-full table-fixed text-sm">
        <caption className="sr-only">{t('targets.models.caption', { risk: name })}</caption>
        <thead>
          <tr>
            <td className="w-[37%]" />
            {REGIME_STATES.map((state) => (
              <th
                key={state}
                scope="col"
                className={`rounded-t-md pb-1 font-normal ${state === chosen ? 'bg-accent-soft' : ''}`}
              >
                <ModelHead risk={risk} state={state} checked={state === chosen} choose={choose} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ASSET_CLASSES.map((c, i) => (
            <tr key={c}>
              <th scope="row" className="border-t border-line py-0.5 text-left font-normal">
                <ClassName assetClass={c} short="always" />
              </th>
              {REGIME_STATES.map((state) => (
                <td
                  key={state}
                  className={`border-t border-line px-1 py-0.5 text-right ${state === chosen ? 'bg-accent-soft font-semibold' : ''} ${i === 5 ? 'rounded-b-md' : ''}`}
                >
                  <Percent value={builtInModel(risk, state)[c]} decimals={1} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface HeadProps {
  risk: RiskLevel
  state: RegimeState
  checked: boolean
  choose: CardProps['choose']
}

function ModelHead({ risk, state, checked, choose }: HeadProps) {
  const t = useTranslations('units.regimeState')
  const strip = <WeightStrip weights={builtInModel(risk, state)} upright />
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
