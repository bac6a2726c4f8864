import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Verdict } from '@/lib/core/thesis/record'

const ICONS: Record<Verdict, IconName> = {
  confirmed: 'check',
  partly: 'chevron-right',
  contradicted: 'close',
  open: 'more',
  notCheckable: 'info',
}

/** A verdict in a word; the sign beside it tells them apart at a glance. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const t = useTranslations('thesis.verdict')
  return (
    <span className="inline-flex items-center gap-1 rounded-md border border-line-strong px-2 font-semibold whitespace-nowrap">
      <Icon name={ICONS[verdict]} />
      {t(verdict)}
    </span>
  )
}
