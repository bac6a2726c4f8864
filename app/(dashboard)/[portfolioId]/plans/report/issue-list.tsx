import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { amount } from '@/app/(dashboard)/[portfolioId]/plans/report/amount'
import { issueHref, issueValues } from '@/app/(dashboard)/[portfolioId]/plans/report/issue-values'
import { Notice } from '@/components/ui/notice'
import { isAssetClass } from '@/lib/core/asset-class'
import type { Issue } from '@/lib/core/issue'

const SEVERITIES = ['error', 'warning', 'info'] as const

interface Props {
  issues: Issue[]
  portfolioId: string
  /** Of the amounts in them. */
  currency: string
}

/** Everything that a person should know about the input or the plan: what happened, what to do, and the way there. Errors first. */
export function IssueList({ issues, portfolioId, currency }: Props) {
  const t = useTranslations('plans.report.severity')
  if (issues.length === 0) return null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {SEVERITIES.map((severity) => {
        const found = issues.filter((issue) => issue.severity === severity)
        if (found.length === 0) return null
        return (
          <Notice key={severity} tone={severity}>
            <ul aria-label={t(severity)} className="grid gap-1">
              {found.map((issue) => (
                <IssueLine
                  key={[issue.code, issue.subject, issue.holdingId, issue.accountId].join()}
                  issue={issue}
                  portfolioId={portfolioId}
                  currency={currency}
                />
              ))}
            </ul>
          </Notice>
        )
      })}
    </div>
  )
}

function IssueLine({ issue, portfolioId, currency }: { issue: Issue; portfolioId: string; currency: string }) {
  const t = useTranslations()
  const locale = useLocale()
  const link = issueHref(issue, portfolioId)
  const subject = isAssetClass(issue.subject) ? t(`units.assetClass.${issue.subject}`) : issue.subject
  return (
    <li>
      {t.rich(`issues.${issue.code}`, { subject, ...issueValues(locale, issue, currency), amount })}{' '}
      {link && (
        <Link
          href={link.href}
          className="font-semibold whitespace-nowrap text-accent underline-offset-2 hover:underline print:hidden"
        >
          {t(`plans.report.${link.name}`)}
        </Link>
      )}
    </li>
  )
}
