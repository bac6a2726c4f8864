import { useTranslations } from 'next-intl'

const LINES_SHOWN = 80

/** The first lines of a JSON file as they stand in it. */
export function JsonPreview({ label, text }: { label: string; text: string }) {
  const t = useTranslations('exports.page')
  const lines = text.trimEnd().split('\n')
  const rest = lines.length - LINES_SHOWN
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-lg border border-line bg-surface p-4">
        <pre className="money text-sm">
          <code className="amount">{lines.slice(0, LINES_SHOWN).join('\n')}</code>
        </pre>
      </section>
      {rest > 0 && <p className="text-sm text-muted">{t('moreLines', { count: rest })}</p>}
    </div>
  )
}
