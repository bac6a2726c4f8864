import Link from 'next/link'
import { useTranslations } from 'next-intl'

export const POLICY_PARTS = ['regime', 'balanceSheet', 'thesis', 'lookBack', 'sources'] as const
export type PolicyPart = (typeof POLICY_PARTS)[number]

const PATHS: Record<PolicyPart, string> = {
  regime: '',
  balanceSheet: '/balance-sheet',
  thesis: '/thesis',
  lookBack: '/look-back',
  sources: '/sources',
}

export const policyPath = (portfolioId: string, part: PolicyPart): string => `/${portfolioId}/policy${PATHS[part]}`

/** The parts of the policy pages, one row that scrolls by itself on a phone. */
export function PolicyNav({ portfolioId, current }: { portfolioId: string; current: PolicyPart }) {
  const t = useTranslations('policy.nav')
  return (
    <nav aria-label={t('label')} className="mb-4 flex overflow-x-auto border-b border-line">
      {POLICY_PARTS.map((part) => (
        <Link
          key={part}
          href={policyPath(portfolioId, part)}
          prefetch={false}
          aria-current={part === current ? 'page' : undefined}
          className={
            '-mb-px flex h-9 items-center border-b-2 border-transparent px-2.5 whitespace-nowrap text-muted first:pl-0 hover:text-ink ' +
            'aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink focus-visible:-outline-offset-2'
          }
        >
          {t(part)}
        </Link>
      ))}
    </nav>
  )
}
