import { useTranslations } from 'next-intl'
import { ChangeWords, RowSum } from '@/app/(dashboard)/[portfolioId]/transfer/import/counts'
import { UndoEarlier } from '@/app/(dashboard)/[portfolioId]/transfer/undo-earlier'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import type { PositionsImportRow } from '@/lib/db/positions-imports'

interface Props {
  portfolioId: string
  imports: PositionsImportRow[]
}

/** What was imported before, newest first, and the way back where there still is one. */
export function EarlierImports({ portfolioId, imports }: Props) {
  const t = useTranslations('import.earlier')
  if (imports.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ListTable
      label={t('title')}
      columns={[
        { title: t('when') },
        { title: t('files') },
        { title: t('counts'), className: 'max-md:hidden' },
        { title: t('changes'), className: 'max-sm:hidden' },
        { title: t('action'), spoken: true },
      ]}
    >
      {imports.map((one) => (
        <ImportLine key={one.id} portfolioId={portfolioId} one={one} />
      ))}
    </ListTable>
  )
}

function ImportLine({ portfolioId, one }: { portfolioId: string; one: PositionsImportRow }) {
  const t = useTranslations('import.earlier')
  const { undoneAt } = one
  const files = one.files.map(({ name }) => name).join(', ')
  return (
    <Tr>
      <RowHead className="py-1 pl-4 font-normal!">
        <Instant value={one.importedAt} />
      </RowHead>
      <Td className="py-1 [overflow-wrap:anywhere]">{files}</Td>
      <Td className="py-1 text-muted max-md:hidden">
        <RowSum counts={one.counts} />
      </Td>
      <Td className="py-1 max-sm:hidden">
        <ChangeWords changes={one.changes} />
      </Td>
      <Td numeric className="py-1 pr-2">
        {undoneAt ? (
          <span className="text-sm text-muted">{t.rich('undone', { when: () => <Instant value={undoneAt} /> })}</span>
        ) : (
          <UndoEarlier portfolioId={portfolioId} importId={one.id} files={files} />
        )}
      </Td>
    </Tr>
  )
}
