import { useTranslations } from 'next-intl'
import type { ImportChanges, ImportCounts } from '@/lib/core/positions-import'

/** The rows of the files as a sum that can be checked. */
export function RowSum({ counts }: { counts: ImportCounts }) {
  const t = useTranslations('import.rows')
  return <span>{t('sum', counts)}</span>
}

const ALWAYS = ['add', 'change', 'same'] as const
const SOMETIMES = ['remove', 'cash', 'newAccounts', 'classes'] as const

/** What an import does, in holdings and accounts; what it does not touch at all is not named. */
export function ChangeWords({ changes }: { changes: ImportChanges }) {
  const t = useTranslations('import.review.change')
  const named = [...ALWAYS, ...SOMETIMES.filter((kind) => changes[kind] > 0)]
  return (
    <ul className="flex flex-wrap gap-x-3">
      {named.map((kind) => (
        <li key={kind} className={changes[kind] === 0 ? 'text-muted' : ''}>
          {t(kind, { count: changes[kind] })}
        </li>
      ))}
    </ul>
  )
}

/** How many things the import writes: what the button promises. */
export const changeCount = ({ add, change, remove, cash, newAccounts, classes }: ImportChanges): number =>
  add + change + remove + cash + newAccounts + classes
