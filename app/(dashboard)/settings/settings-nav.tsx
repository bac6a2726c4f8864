'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { LinkProgress } from '@/components/ui/link-progress'

const PARTS = {
  account: '/settings',
  security: '/settings/security',
  log: '/settings/security/log',
  people: '/settings/people',
  status: '/settings/status',
} as const

const FOR_ADMIN = ['people', 'status']

/** The parts of the settings, one row that scrolls by itself on a phone. */
export function SettingsNav({ admin }: { admin: boolean }) {
  const t = useTranslations('factors.nav')
  const path = usePathname()
  const parts = Object.entries(PARTS).filter(([part]) => admin || !FOR_ADMIN.includes(part))
  return (
    <nav aria-label={t('label')} className="mb-5 flex overflow-x-auto border-b border-line">
      {parts.map(([part, href]) => (
        <Link
          key={part}
          href={href}
          prefetch={false}
          aria-current={href === path ? 'page' : undefined}
          className={
            '-mb-px flex h-9 items-center border-b-2 border-transparent px-2.5 whitespace-nowrap text-muted first:pl-0 hover:text-ink ' +
            'aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink focus-visible:-outline-offset-2'
          }
        >
          {t(part as keyof typeof PARTS)}
          <LinkProgress />
        </Link>
      ))}
    </nav>
  )
}
