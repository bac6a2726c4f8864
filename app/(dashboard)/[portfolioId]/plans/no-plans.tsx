import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Money } from '@/components/values/money'
import { cents } from '@/lib/core/units'

/** Trades as they may stand in a plan. */
const EXAMPLE = [
  { side: 'sell', symbol: 'VUG', value: cents(1_204_000n) },
  { side: 'buy', symbol: 'TLT', value: cents(884_250n) },
  { side: 'buy', symbol: 'GLD', value: cents(318_900n) },
] as const

/** Before the first plan: the one next action beside a faint example. */
export function NoPlans({ action, currency }: { action: ReactNode; currency: string }) {
  const t = useTranslations('plans')
  return (
    <EmptyState
      title={t('empty.title')}
      body={t('empty.body')}
      action={action}
      example={
        <table className="w-full">
          <caption className="pb-1 text-left text-sm">{t('empty.example')}</caption>
          <tbody>
            {EXAMPLE.map(({ side, symbol, value }) => (
              <tr key={symbol} className="h-8">
                <td className="pr-4">{t(`report.side.${side}`)}</td>
                <td className="w-full font-semibold">{symbol}</td>
                <td className="text-right">
                  <Money value={value} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  )
}
