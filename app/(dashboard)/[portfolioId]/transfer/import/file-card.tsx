'use client'

import { useTranslations } from 'next-intl'
import { MappingForm } from '@/app/(dashboard)/[portfolioId]/transfer/import/mapping-form'
import { useImportWords } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-import-words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { CalendarDate } from '@/components/values/date'
import type { ImportFile, Mapping } from '@/lib/core/positions-import'

interface Props {
  name: string
  /** How it was read; null while that is not known. */
  read: ImportFile | null
  /** What the user said of it, before it is read so. */
  given: Mapping | null
  onLeaveOut: () => void
  onMap: (mapping: Mapping) => void
}

/** One file: what it was recognised as, or what is wrong with it and what to do. */
export function FileCard({ name, read, given, onLeaveOut, onMap }: Props) {
  const t = useTranslations('import')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="font-semibold [overflow-wrap:anywhere]">{name}</span>
        {read?.format && <FileFacts read={read} format={read.format} />}
        <span className="flex-1" />
        <Button icon="close" variant="quiet" onClick={onLeaveOut}>
          {t('files.remove', { name })}
        </Button>
      </div>
      {read?.problem && (
        <Notice tone="error" live title={t('files.notRead')}>
          {t(`problem.${read.problem}`)}
        </Notice>
      )}
      {read?.table && <MappingForm name={name} table={read.table} given={given} onMap={onMap} />}
    </div>
  )
}

function FileFacts({ read, format }: { read: ImportFile; format: string }) {
  const t = useTranslations('import.files')
  const words = useImportWords()
  const { date } = read
  return (
    <span className="flex flex-wrap gap-x-4 text-muted">
      <span>{words.format(format)}</span>
      <span>{t('lines', { count: read.lines })}</span>
      {date && <span>{t.rich('prices', { date: () => <CalendarDate value={date} /> })}</span>}
    </span>
  )
}
