import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/card'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { formatPpm, formatRatio } from '@/components/values/format'
import type { LookBack } from '@/lib/core/look-back/look-back'
import type { Statistics } from '@/lib/core/look-back/statistics'
import { STRATEGIES, type Strategy } from '@/lib/core/look-back/strategies'
import { MILLION, ppm } from '@/lib/core/units'

type Compared = Extract<LookBack, { kind: 'compared' }>

const SHARES = ['annualReturn', 'volatility', 'maxDrawdown'] as const satisfies (keyof Statistics)[]

/** Every strategy by its statistics; what they are not stands above them in the same size. */
export function StrategyTable({ result }: { result: Compared }) {
  const t = useTranslations('lookBack')
  const words = useTranslations('policy.lookBack')
  const columns = [
    { title: words('strategy') },
    ...([...SHARES, 'sharpe', 'turnover'] as const).map((name) => ({ title: t(`statistic.${name}`), numeric: true })),
    { title: words('against'), numeric: true },
  ]
  return (
    <Section title={words('results')}>
      <p className="max-w-[70rem]">
        {t('hypothetical', { cost: result.terms.costBps })} {t('inSample')}
      </p>
      <ListTable label={words('results')} className="max-lg:min-w-[52rem]" columns={columns}>
        {STRATEGIES.map((strategy) => (
          <StrategyLine key={strategy} strategy={strategy} result={result} />
        ))}
      </ListTable>
    </Section>
  )
}

function StrategyLine({ strategy, result }: { strategy: Strategy; result: Compared }) {
  const t = useTranslations('lookBack')
  const words = useTranslations('policy.lookBack')
  const locale = useLocale()
  const { statistics } = result.results[strategy]
  const share = (value: number) => formatPpm(locale, ppm(Math.round(value * MILLION)), { decimals: 1 })
  const against = strategy === 'follow' ? null : result.against[strategy]
  return (
    <Tr>
      <RowHead className="pl-4">{t(`strategy.${strategy}`)}</RowHead>
      {SHARES.map((name) => (
        <Td key={name} numeric>
          {share(statistics[name])}
        </Td>
      ))}
      <Td numeric>{statistics.sharpe === null ? '–' : formatRatio(locale, statistics.sharpe)}</Td>
      <Td numeric>{share(statistics.turnover)}</Td>
      <Td numeric className="pr-4 whitespace-nowrap">
        {against
          ? words('error', {
              difference: formatRatio(locale, against.difference),
              error: formatRatio(locale, against.standardError),
            })
          : '–'}
      </Td>
    </Tr>
  )
}
