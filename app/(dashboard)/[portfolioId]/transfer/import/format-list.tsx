'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useImportWords } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-import-words'

/** What is recognised without a mapping. */
export function FormatList({ formats, className = '' }: { formats: string[]; className?: string }) {
  const t = useTranslations('import.files')
  const words = useImportWords()
  const { compare } = new Intl.Collator(useLocale())
  const names = formats.map((id) => words.format(id)).sort(compare)
  return (
    <div className={`grid gap-2 rounded-lg border border-line bg-surface p-4 text-sm ${className}`}>
      <h3 className="font-semibold">{t('known')}</h3>
      <ul className="grid gap-x-4 gap-y-0.5 sm:grid-cols-2">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="text-muted">{t('knownOther')}</p>
    </div>
  )
}
