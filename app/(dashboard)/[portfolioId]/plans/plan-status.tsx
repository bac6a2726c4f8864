import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Instant } from '@/components/values/date'

/** Draft, or approved and when. */
export function PlanStatus({ approvedAt }: { approvedAt: Date | null }) {
  const t = useTranslations('plans.status')
  if (!approvedAt) return <span className="text-muted">{t('draft')}</span>
  return (
    <span className="whitespace-nowrap">
      <Icon name="check" className="mr-1 inline align-[-3px] text-positive" />
      {t.rich('approvedOn', { when: () => <Instant value={approvedAt} shows="date" /> })}
    </span>
  )
}
