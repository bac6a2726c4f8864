import { useLocale, useTranslations } from 'next-intl'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { formatPercent, formatRatio } from '@/components/values/format'
import { correlationOf, RISKY_CLASSES, VOLATILITY } from '@/lib/core/model-inputs'
import { bps } from '@/lib/core/units'

/** The measured inputs: volatility of each risky class and the correlation of each pair. */
export function DerivationInputs() {
  const t = useTranslations('targets.derivation.inputs')
  const units = useTranslations('units')
  const locale = useLocale()
  return (
    <Table label={t('title')} className="max-w-3xl whitespace-nowrap">
      <thead>
        <tr>
          <Th>{t('title')}</Th>
          <Th numeric>{t('volatility')}</Th>
          {RISKY_CLASSES.map((c) => (
            <Th key={c} numeric>
              {units(`assetClassShort.${c}`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {RISKY_CLASSES.map((a) => (
          <Tr key={a}>
            <RowHead>{units(`assetClass.${a}`)}</RowHead>
            <Td numeric>{formatPercent(locale, bps(Math.round(VOLATILITY[a] * 100)), { decimals: 1 })}</Td>
            {RISKY_CLASSES.map((b) => (
              <Td key={b} numeric className={a === b ? 'text-muted' : ''}>
                {formatRatio(locale, correlationOf(a, b))}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
