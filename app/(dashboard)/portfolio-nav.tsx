'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import {
  type NamedPortfolio,
  SECTIONS,
  sectionPath,
  useCurrentPortfolio,
} from '@/app/(dashboard)/use-current-portfolio'
import { LinkProgress } from '@/components/ui/link-progress'

/** The pages of the open portfolio. On a phone the row scrolls by itself, below the first one. */
export function PortfolioNav({ portfolios, last }: { portfolios: NamedPortfolio[]; last: string | null }) {
  const t = useTranslations('common.nav')
  const { current, section } = useCurrentPortfolio(portfolios, last)
  if (!current) return null
  return (
    <nav
      aria-label={t('label')}
      className="-mx-3 flex w-[calc(100%+1.5rem)] overflow-x-auto px-1 max-lg:order-last max-lg:border-t max-lg:border-line sm:-mx-5 sm:w-[calc(100%+2.5rem)] sm:px-3 lg:mx-0 lg:w-auto lg:px-0"
    >
      {SECTIONS.map((name) => (
        <Link
          key={name}
          href={sectionPath(current.id, name)}
          aria-current={name === section ? 'page' : undefined}
          className={
            'flex h-10 items-center border-b-2 border-transparent px-1.5 whitespace-nowrap text-muted sm:px-2.5 hover:text-ink ' +
            'aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink focus-visible:-outline-offset-2 lg:h-12'
          }
        >
          {t(name)}
          <LinkProgress />
        </Link>
      ))}
    </nav>
  )
}
