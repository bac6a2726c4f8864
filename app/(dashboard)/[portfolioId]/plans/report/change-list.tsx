import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChangeValue } from '@/app/(dashboard)/[portfolioId]/plans/report/change-value'
import { isAssetClass } from '@/lib/core/asset-class'
import type { Change } from '@/lib/core/snapshot-diff'

/** So many lines tell what happened; beyond them a count does. */
const MOST_LINES = 12

/** What moved between a plan and now, line by line: before and after. */
export function ChangeList({ changes, currency }: { changes: Change[]; currency: string }) {
  const t = useTranslations('plans.moved')
  return (
    <ul className="my-1 list-disc pl-5">
      {changes.slice(0, MOST_LINES).map((change) => (
        <li key={JSON.stringify(change)}>
          <ChangeLine change={change} currency={currency} />
        </li>
      ))}
      {changes.length > MOST_LINES && <li>{t('more', { count: changes.length - MOST_LINES })}</li>}
    </ul>
  )
}

function ChangeLine({ change, currency }: { change: Change; currency: string }): ReactNode {
  const t = useTranslations('plans.moved')
  const units = useTranslations('units')
  const { subject, kind } = change
  const name = isAssetClass(subject)
    ? units(`assetClass.${subject}`)
    : subject || t(kind === 'target' ? 'target' : 'portfolio')
  const told = {
    field: t(`field.${change.field}`),
    subject: () => <span className="font-semibold [overflow-wrap:anywhere]">{name}</span>,
  }
  if (change.before === null && change.after === null) return t.rich('lineOnly', told)
  // A band has no short name; that it changed is enough, the target's page shows it.
  if (change.field === 'band') return t.rich('lineOnly', told)
  return t.rich('line', {
    ...told,
    before: () => <ChangeValue change={change} text={change.before} currency={currency} />,
    after: () => <ChangeValue change={change} text={change.after} currency={currency} />,
  })
}
