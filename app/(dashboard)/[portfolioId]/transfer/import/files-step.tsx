'use client'

import { useTranslations } from 'next-intl'
import { FileCard } from '@/app/(dashboard)/[portfolioId]/transfer/import/file-card'
import { FileDrop } from '@/app/(dashboard)/[portfolioId]/transfer/import/file-drop'
import { FormatList } from '@/app/(dashboard)/[portfolioId]/transfer/import/format-list'
import { PasteBox } from '@/app/(dashboard)/[portfolioId]/transfer/import/paste-box'
import { StepFrame } from '@/app/(dashboard)/[portfolioId]/transfer/import/step-frame'
import type { WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'

/** The files, how each was read, and the mapping of those that no format knows. */
export function FilesStep({ wizard, formats }: { wizard: WizardState; formats: string[] }) {
  const t = useTranslations('import.files')
  const { files, mappings, preview, addFiles, leaveOut, map } = wizard
  const read = preview?.files.some(({ format }) => format !== null) ?? false
  const blocked = files.length === 0 ? t('none') : !wizard.pending && preview && !read ? t('noneRead') : null
  return (
    <StepFrame wizard={wizard} title={t('title')} description={t('description')} blocked={blocked}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <FileDrop onFiles={addFiles} />
          <PasteBox onFile={(file) => addFiles([file])} />
        </div>
        <FormatList formats={formats} className={files.length > 0 ? 'max-lg:hidden' : ''} />
      </div>
      {files.length > 0 && (
        <section aria-label={t('chosen')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <h3 className="font-semibold">{t('chosen')}</h3>
          {files.map((file, at) => (
            <FileCard
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              key={`${at} ${file.name}`}
              name={file.name}
              read={preview?.files[at] ?? null}
              given={mappings[at] ?? null}
              onLeaveOut={() => leaveOut(at)}
              onMap={(mapping) => map(at, mapping)}
            />
          ))}
        </section>
      )}
    </StepFrame>
  )
}
