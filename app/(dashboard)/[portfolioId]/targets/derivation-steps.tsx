import { useLocale, useTranslations } from 'next-intl'
import { formatCount, formatPercent, formatRatio } from '@/components/values/format'
import type { Derivation } from '@/lib/core/model-derivation'
import {
  ALTERNATIVES_NEUTRAL,
  DIGITAL_CAP,
  DIGITAL_NEUTRAL,
  EQUITY_SHARE,
  EQUITY_SHARE_IMPLIED,
  INPUT_MONTHS,
  INPUTS_FROM,
  INPUTS_TO,
  KEPT_PART,
  LONG_BOND_BETA,
  LONG_BOND_SHARE,
  MONEY_FLOOR,
  PROXIES,
} from '@/lib/core/model-inputs'
import type { RiskLevel } from '@/lib/core/models'
import { bps } from '@/lib/core/units'

const STEPS = [
  'proxies',
  'equity',
  'rest',
  'bonds',
  'views',
  'confidence',
  'tilt',
  'budget',
  'conviction',
  'rounding',
] as const

/** The steps in words, each with its source and its date. */
export function DerivationSteps({ risk, derivation }: { risk: RiskLevel; derivation: Derivation }) {
  const t = useTranslations('targets.derivation.steps')
  const values = useStepValues(risk, derivation)
  return (
    <ol className="grid max-w-prose list-decimal gap-2 pl-5">
      {STEPS.map((step) => (
        <li key={step}>
          {t(step, values)}
          {step === 'conviction' && derivation.boundBy && <> {t('bound', values)}</>}
        </li>
      ))}
    </ol>
  )
}

function useStepValues(
  risk: RiskLevel,
  { asked, full, conviction, budget, boundBy }: Derivation,
): Record<string, string> {
  const locale = useLocale()
  const classes = useTranslations('units.assetClass')
  const percent = (value: number, decimals = 0) => formatPercent(locale, bps(Math.round(value * 100)), { decimals })
  return {
    ...PROXIES,
    from: INPUTS_FROM.slice(0, 7),
    to: INPUTS_TO.slice(0, 7),
    months: formatCount(locale, INPUT_MONTHS),
    share: percent(EQUITY_SHARE[risk]),
    implied: percent(EQUITY_SHARE_IMPLIED[risk], 1),
    checkFunds: 'AOK, AOR, AOA',
    checkAgainst: 'VT, BND',
    alternativesShare: percent(ALTERNATIVES_NEUTRAL),
    digitalShare: percent(DIGITAL_NEUTRAL[risk], 1),
    longBondShare: percent(LONG_BOND_SHARE),
    moneyShare: percent(100 - LONG_BOND_SHARE),
    beta: formatRatio(locale, LONG_BOND_BETA, 3),
    bondFunds: 'AGG, TLT',
    asked: percent(asked, 1),
    full: percent(full, 2),
    conviction: formatRatio(locale, conviction),
    used: percent(budget, 2),
    bound: boundBy ? classes(boundBy) : '',
    floor: percent(MONEY_FLOOR),
    kept: percent(KEPT_PART * 100),
    cap: percent(DIGITAL_CAP[risk]),
  }
}
