'use client'

import { useTranslations } from 'next-intl'
import { classifySymbolAction } from '@/app/(dashboard)/[portfolioId]/holdings/class-actions'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { Wide } from '@/app/(dashboard)/[portfolioId]/holdings/wide-row'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { toastDone } from '@/components/ui/toast'
import { ASSET_CLASSES, type AssetClass, entirely } from '@/lib/core/asset-class'
import type { HoldingRow } from '@/lib/core/book'

/** Asks once what an unknown symbol is; the answer is remembered for the user. */
export function ClassPrompt({ row }: { row: HoldingRow }) {
  const t = useTranslations()
  const { openClass, skipSymbol } = useDesk()
  const { pending, run } = useAction()
  const { symbol } = row
  const choose = (assetClass: AssetClass) => {
    const input = { symbol, version: row.said?.version ?? null, name: '', split: entirely(assetClass) }
    const done = () => {
      skipSymbol(symbol)
      toastDone(t('holdings.class.remembered', { symbol, class: t(`units.assetClass.${assetClass}`) }))
    }
    run(() => classifySymbolAction(input), { done })
  }
  return (
    <Wide>
      <Notice title={t('holdings.class.ask', { symbol })}>
        <div className="mt-1 flex flex-wrap gap-1.5">
          {ASSET_CLASSES.map((assetClass) => (
            <Button key={assetClass} disabled={pending} onClick={() => choose(assetClass)}>
              <ClassName assetClass={assetClass} />
            </Button>
          ))}
          <Button disabled={pending} onClick={() => openClass(row)}>
            {t('holdings.class.aSplit')}
          </Button>
          <Button variant="quiet" disabled={pending} onClick={() => skipSymbol(symbol)}>
            {t('holdings.class.skip')}
          </Button>
        </div>
      </Notice>
    </Wide>
  )
}
