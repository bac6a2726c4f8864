import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** A plain download; its name for screen readers says of what. */
export function DownloadLink({ href, label }: { href: string; label: string }) {
  const t = useTranslations('exports.page')
  return (
    <a
      href={href}
      download
      aria-label={label === t('download') ? label : t('downloadFor', { name: label })}
      className="inline-flex min-h-8 max-w-full items-center justify-center gap-1.5 rounded-md border border-line-strong bg-surface px-3 font-semibold text-ink [overflow-wrap:anywhere] hover:bg-sunken"
    >
      <Icon name="download" />
      {label}
    </a>
  )
}
