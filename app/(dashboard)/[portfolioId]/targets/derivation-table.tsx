import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { formatPercent, formatPoints, type ShareStyle } from '@/components/values/format'
import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import type { Derivation } from '@/lib/core/model-derivation'
import { CONFIDENCE, isRisky } from '@/lib/core/model-inputs'
import { REGIMES } from '@/lib/core/model-terms'
import { type RegimeState, THESIS_SIGN } from '@/lib/core/models'
import { bps } from '@/lib/core/units'

/** A float of the derivation to hundredths, for the screen alone. */
const hundredths = (value: number) => bps(Math.round(value * 100))

/** Class by class, from the neutral weight over sign, confidence, tilt and budget to the rounded weight of each state. */
export function DerivationTable({ derivation }: { derivation: Derivation }) {
  const t = useTranslations('targets.derivation')
  return (
    <Table label={t('label')} className="whitespace-nowrap">
      <DerivationHead />
      <tbody>
        {ASSET_CLASSES.map((c) => (
          <DerivationRow key={c} assetClass={c} derivation={derivation} />
        ))}
      </tbody>
    </Table>
  )
}

function DerivationHead() {
  const t = useTranslations('targets.derivation')
  const states = useTranslations('units.regimeState')
  return (
    <thead>
      <tr>
        <Th rowSpan={2} className="sticky left-0 z-20">
          {t('class')}
        </Th>
        <Th colSpan={2} scope="colgroup" className="!text-center">
          {states('neutral')}
        </Th>
        <Th rowSpan={2}>{t('sign')}</Th>
        <Th numeric rowSpan={2}>
          {t('confidence')}
        </Th>
        <Th numeric rowSpan={2} className="min-w-24 whitespace-normal">
          {t('tilt')}
        </Th>
        <Th numeric rowSpan={2}>
          {t('budget')}
        </Th>
        {REGIMES.map((state) => (
          <Th key={state} colSpan={2} scope="colgroup" className="!text-center">
            {states(state)}
          </Th>
        ))}
      </tr>
      <tr>
        {['neutral', ...REGIMES].map((state) => (
          <Fragment key={state}>
            <Th numeric>{t('before')}</Th>
            <Th numeric>{t('rounded')}</Th>
          </Fragment>
        ))}
      </tr>
    </thead>
  )
}

interface RowProps {
  assetClass: AssetClass
  derivation: Derivation
}

function DerivationRow({ assetClass, derivation }: RowProps) {
  const t = useTranslations('targets.derivation')
  const locale = useLocale()
  const percent = (value: number, style?: ShareStyle) => formatPercent(locale, hundredths(value), style)
  return (
    <Tr>
      <RowHead className="sticky left-0 bg-page">
        <ClassName assetClass={assetClass} short="narrow" />
      </RowHead>
      <Steps assetClass={assetClass} derivation={derivation} state="neutral" />
      <Td>{t(THESIS_SIGN[assetClass] > 0 ? 'favoured' : 'notFavoured')}</Td>
      <Td numeric>{isRisky(assetClass) ? percent(CONFIDENCE[assetClass] * 100, { decimals: 0 }) : t('residual')}</Td>
      <Td numeric>{formatPoints(locale, hundredths(derivation.tilt[assetClass]))}</Td>
      <Td numeric>{percent(derivation.budget)}</Td>
      {REGIMES.map((state) => (
        <Steps key={state} assetClass={assetClass} derivation={derivation} state={state} />
      ))}
    </Tr>
  )
}

interface StepsProps extends RowProps {
  state: RegimeState
}

/** The last two steps of one state: before rounding, and rounded. */
function Steps({ assetClass, derivation, state }: StepsProps) {
  const locale = useLocale()
  const show = (value: number, decimals: number) => formatPercent(locale, hundredths(value), { decimals })
  return (
    <>
      <Td numeric className="text-muted">
        {show(derivation.before[state][assetClass], 2)}
      </Td>
      <Td numeric className="font-semibold">
        {show(derivation.rounded[state][assetClass], 1)}
      </Td>
    </>
  )
}
