import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'

/** The whole portfolio or one account: each is an address of its own. */
export function ScopeSwitch({ view }: { view: View }) {
  const t = useTranslations('overview.scope')
  const { portfolio, snapshot, overview } = view
  if (snapshot.accounts.length < 2) return null
  const scopes = [
    { id: null, name: t('whole'), href: `/${portfolio.id}` },
    ...snapshot.accounts.map((a) => ({ id: a.id, name: a.name, href: `/${portfolio.id}?account=${a.id}` })),
  ]
  return (
    <nav aria-label={t('label')} className="-mt-4 overflow-x-auto py-1 print:hidden">
      <ul className="inline-flex rounded-md border border-line-strong bg-sunken p-0.5">
        {scopes.map((scope) => (
          <li key={scope.id ?? 'whole'}>
            <Link
              href={scope.href}
              scroll={false}
              aria-current={scope.id === (overview.account?.id ?? null) ? 'page' : undefined}
              className={
                'grid min-h-6.5 place-items-center rounded-[5px] px-2.5 text-sm whitespace-nowrap text-muted hover:text-ink ' +
                'aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink ' +
                'aria-[current]:shadow-[0_0_0_1px_var(--color-line-strong)]'
              }
            >
              {scope.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
