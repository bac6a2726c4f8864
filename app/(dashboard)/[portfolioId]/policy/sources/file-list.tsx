import { useTranslations } from 'next-intl'
import { DropZone } from '@/app/(dashboard)/[portfolioId]/policy/sources/drop-zone'
import { RemoveAllFiles, RemoveFile } from '@/app/(dashboard)/[portfolioId]/policy/sources/remove-file'
import { Section } from '@/components/ui/card'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { CalendarDate, Instant } from '@/components/values/date'
import type { SeriesFileRow } from '@/lib/db/series-files'

/** The user's own files: where they are given, what they hold, how to be rid of them. */
export function FileList({ files }: { files: SeriesFileRow[] }) {
  const t = useTranslations('sources.files')
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={files.length > 1 && <RemoveAllFiles count={files.length} />}
    >
      <DropZone />
      {files.length > 0 && (
        <ListTable
          label={t('title')}
          columns={[
            { title: t('name') },
            { title: t('contents') },
            { title: t('givenAt'), className: 'max-sm:hidden' },
            { title: t('action'), spoken: true },
          ]}
        >
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ListTable>
      )}
    </Section>
  )
}

function FileRow({ file: { id, name, givenAt, contents } }: { file: SeriesFileRow }) {
  const t = useTranslations('sources.files')
  return (
    <Tr>
      <RowHead className="pl-4 [overflow-wrap:anywhere]">{name}</RowHead>
      <Td>
        {contents.map(({ series, count, from, to }) => (
          <span key={series} className="block">
            <code>{series}</code> {t('count', { count })}, <CalendarDate value={from} /> – <CalendarDate value={to} />
          </span>
        ))}
      </Td>
      <Td className="text-muted max-sm:hidden">
        <Instant value={givenAt} />
      </Td>
      <Td numeric className="pr-2">
        <RemoveFile id={id} name={name} />
      </Td>
    </Tr>
  )
}
