import { useTranslations } from 'next-intl'
import { DownloadLink } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/download-link'
import { exportPath } from '@/app/(dashboard)/[portfolioId]/plans/export-path'
import { Notice } from '@/components/ui/notice'
import { Quantity } from '@/components/values/quantity'
import type { OpenPlan } from '@/lib/flows/open-plan'
import { ibBasket, type RefusedTrade } from '@/lib/formats/orders-ib'

/** The basket file of each account as its text, with the trades that it cannot carry. */
export function BasketPreview({ plan }: { plan: OpenPlan }) {
  const t = useTranslations('exports.page')
  const { snapshot } = plan.document
  return snapshot.accounts.map(({ id, name }) => {
    const { csv, orders, refused } = ibBasket(plan.document, id)
    return (
      <section key={id} aria-label={name} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="font-semibold [overflow-wrap:anywhere]">
            {name} {orders > 0 && <span className="font-normal text-muted">{t('orderCount', { count: orders })}</span>}
          </h3>
          {csv && <DownloadLink href={exportPath(plan.id, 'ib', { account: id })} label={name} />}
        </div>
        {csv ? (
          <BasketText label={`${t('fileText')}: ${name}`} text={csv} />
        ) : (
          <p className="text-muted">{t(refused.length > 0 ? 'refusedAll' : 'noTrades')}</p>
        )}
        {refused.length > 0 && <Refused refused={refused} />}
      </section>
    )
  })
}

function BasketText({ label, text }: { label: string; text: string }) {
  return (
    // A frame that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-lg border border-line bg-surface p-4">
      <pre className="money text-sm">
        <span className="amount">{text}</span>
      </pre>
    </section>
  )
}

function Refused({ refused }: { refused: RefusedTrade[] }) {
  const t = useTranslations()
  return (
    <Notice tone="warning" title={t('exports.page.refused', { count: refused.length })}>
      <ul className="grid gap-1">
        {refused.map(({ trade, reason }) => (
          <li key={trade.holdingId} className="[overflow-wrap:anywhere]">
            <span className="font-semibold">
              {t(`plans.report.side.${trade.side}`)} <Quantity value={trade.quantity} /> {trade.symbol}
            </span>
            {' – '}
            {t(`exports.refusal.${reason}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
