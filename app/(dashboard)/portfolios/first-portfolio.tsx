import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Percent } from '@/components/values/percent'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { builtInModel } from '@/lib/core/models'

/** Before the first portfolio: the one next action beside a faint real example. */
export function FirstPortfolio({ action }: { action: ReactNode }) {
  const t = useTranslations()
  return (
    <EmptyState
      title={t('portfolios.empty.title')}
      body={t('portfolios.empty.body')}
      action={action}
      example={<ExampleWeights />}
    />
  )
}

function ExampleWeights() {
  const t = useTranslations()
  const weights = builtInModel('balanced', 'neutral')
  return (
    <table className="w-full">
      <caption className="pb-1 text-left text-sm">{t('portfolios.empty.example')}</caption>
      <tbody>
        {ASSET_CLASSES.map((assetClass) => (
          <tr key={assetClass} className="h-8">
            <td className="pr-3 whitespace-nowrap">{t(`units.assetClass.${assetClass}`)}</td>
            <td className="w-full">
              <span className="block h-2 rounded-full bg-accent" style={{ width: `${weights[assetClass] / 50}%` }} />
            </td>
            <td className="pl-3 text-right">
              <Percent value={weights[assetClass]} decimals={1} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
