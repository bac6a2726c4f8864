import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { PlanCheck } from '@/lib/core/verify-plan'

/** Each check with its outcome; what failed comes first and says what the file has and what was computed. */
export function CheckList({ checks }: { checks: PlanCheck[] }) {
  const t = useTranslations('planFiles.open')
  const failed = checks.some((check) => !check.ok)
  const ordered = [...checks.filter((check) => !check.ok), ...checks.filter((check) => check.ok)]
  return (
    <details open={failed} className="rounded-lg border border-line bg-surface">
      <summary className="rounded-lg px-4 py-2 font-semibold">{t('checks')}</summary>
      <ul className="divide-y divide-line border-t border-line">
        {ordered.map((check) => (
          <CheckLine key={check.check} check={check} />
        ))}
      </ul>
    </details>
  )
}

function CheckLine({ check: { check, ok, compared, faults } }: { check: PlanCheck }) {
  const t = useTranslations('planFiles.open')
  return (
    <li className="grid gap-1 px-4 py-2">
      <span className="flex flex-wrap items-center gap-x-2">
        <Icon name={ok ? 'check' : 'error'} className={ok ? 'text-positive' : 'text-danger'} />
        <span>{t(`check.${check}`)}</span>
        <span className="text-muted">{ok ? t('compared', { count: compared }) : t('failed')}</span>
      </span>
      {!ok && (
        <ul className="list-disc pl-10 text-sm [overflow-wrap:anywhere]">
          {faults.length === 0 && <li>{t('cannot')}</li>}
          {faults.map((fault, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: faults have no name but their place, and the list never changes
            <li key={i}>{t('fault1', { ...fault })}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
