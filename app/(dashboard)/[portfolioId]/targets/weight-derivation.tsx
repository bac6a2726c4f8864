import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Explain } from '@/components/ui/explain'
import { CalendarDate } from '@/components/values/date'
import { formatPercent, formatPoints, formatRatio } from '@/components/values/format'
import type { AssetClass } from '@/lib/core/asset-class'
import { convictionOf } from '@/lib/core/conviction'
import { type Derivation, deriveModel } from '@/lib/core/model-derivation'
import { CONFIDENCE, DIGITAL_CAP, INPUTS_FROM, INPUTS_TO, isRisky, PROXIES } from '@/lib/core/model-inputs'
import { REGIMES } from '@/lib/core/model-terms'
import { MODELS_DATED, THESIS_SIGN } from '@/lib/core/models'
import type { BuiltInOrigin } from '@/lib/core/targets'
import { bps, type IsoDate } from '@/lib/core/units'

interface Props {
  assetClass: AssetClass
  origin: BuiltInOrigin
}

/** Opens how one weight came about, at the conviction of its target: neutral, view, confidence, tilt, budget, cap, rounding, and their dates. */
export function WeightDerivation({ assetClass, origin }: Props) {
  const t = useTranslations()
  const label = t('targets.weight.label', { class: t(`units.assetClass.${assetClass}`) })
  const derivation = deriveModel(origin.risk, convictionOf(origin))
  return (
    <Explain label={label}>
      <p className="font-semibold">{label}</p>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-3">
        <ViewLines assetClass={assetClass} derivation={derivation} />
        <StateLines assetClass={assetClass} origin={origin} derivation={derivation} />
      </dl>
      <Notes assetClass={assetClass} origin={origin} derivation={derivation} />
    </Explain>
  )
}

interface LineProps {
  name: ReactNode
  children: ReactNode
}

function Line({ name, children }: LineProps) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="text-right">{children}</dd>
    </>
  )
}

/** A float of the derivation to hundredths, for the screen alone. */
const hundredths = (value: number) => bps(Math.round(value * 100))

function ViewLines({ assetClass, derivation }: { assetClass: AssetClass; derivation: Derivation }) {
  const t = useTranslations('targets')
  const locale = useLocale()
  const percent = (value: number, decimals = 2) => formatPercent(locale, hundredths(value), { decimals })
  const { neutral, tilt, full, conviction, budget } = derivation
  return (
    <>
      <Line name={t('weight.neutral')}>{percent(neutral[assetClass])}</Line>
      <Line name={t('derivation.sign')}>
        {t(THESIS_SIGN[assetClass] > 0 ? 'derivation.favoured' : 'derivation.notFavoured')}
      </Line>
      <Line name={t('derivation.confidence')}>
        {isRisky(assetClass) ? percent(CONFIDENCE[assetClass] * 100, 0) : t('derivation.residual')}
      </Line>
      <Line name={t('derivation.tilt')}>{formatPoints(locale, hundredths(tilt[assetClass]))}</Line>
      <Line name={t('weight.full')}>{percent(full)}</Line>
      <Line name={t('weight.conviction')}>{formatRatio(locale, conviction)}</Line>
      <Line name={t('derivation.budget')}>{percent(budget)}</Line>
    </>
  )
}

/** The state's weight before and after rounding; of a blend, both ends of its way. */
function StateLines({ assetClass, origin, derivation }: Props & { derivation: Derivation }) {
  const t = useTranslations()
  const locale = useLocale()
  const states = origin.kind === 'blend' ? REGIMES : [origin.state]
  return (
    <>
      {states.map((state) => (
        <Line key={state} name={t('targets.weight.rounded', { state: t(`units.regimeState.${state}`) })}>
          {t('targets.weight.toRounded', {
            before: formatPercent(locale, hundredths(derivation.before[state][assetClass])),
            rounded: formatPercent(locale, hundredths(derivation.rounded[state][assetClass]), { decimals: 1 }),
          })}
        </Line>
      ))}
      {origin.kind === 'blend' && (
        <Line name={t('targets.weight.share')}>{formatPercent(locale, origin.share, { decimals: 0 })}</Line>
      )}
    </>
  )
}

function Notes({ assetClass, origin, derivation }: Props & { derivation: Derivation }) {
  const t = useTranslations()
  const locale = useLocale()
  const { boundBy } = derivation
  const cap = formatPercent(locale, hundredths(DIGITAL_CAP[origin.risk]), { decimals: 0 })
  return (
    <div className="mt-2 grid gap-1">
      {boundBy && <p>{t('targets.weight.bound', { class: t(`units.assetClass.${boundBy}`) })}</p>}
      {assetClass === 'digital' && <p>{t('targets.weight.cap', { cap })}</p>}
      <p>
        {t(assetClass === 'moneyFunds' ? 'targets.weight.remainder' : 'targets.weight.steps', {
          step: assetClass === 'digital' ? '0.5' : '1',
        })}
      </p>
      <p className="text-muted">
        {t.rich('targets.weight.source', {
          proxy: PROXIES[assetClass],
          from: INPUTS_FROM.slice(0, 7),
          to: INPUTS_TO.slice(0, 7),
          date: () => <CalendarDate key="date" value={MODELS_DATED as IsoDate} />,
        })}
      </p>
    </div>
  )
}
