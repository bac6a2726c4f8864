import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EXPORT_FORMATS, type ExportFormat, exportPage } from '@/app/(dashboard)/[portfolioId]/plans/export-path'

/** The forms of file, one row that scrolls by itself on a phone. */
export function FormNav({
  portfolioId,
  planId,
  current,
}: {
  portfolioId: string
  planId: string
  current: ExportFormat
}) {
  const t = useTranslations('exports')
  return (
    <nav aria-label={t('page.formsLabel')} className="mb-4 flex overflow-x-auto border-b border-line">
      {EXPORT_FORMATS.map((format) => (
        <Link
          key={format}
          href={exportPage(portfolioId, planId, format)}
          prefetch={false}
          aria-current={format === current ? 'page' : undefined}
          className={
            '-mb-px flex h-9 items-center border-b-2 border-transparent px-2.5 whitespace-nowrap text-muted first:pl-0 hover:text-ink ' +
            'aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink focus-visible:-outline-offset-2'
          }
        >
          {t(`forms.${format}`)}
        </Link>
      ))}
    </nav>
  )
}
