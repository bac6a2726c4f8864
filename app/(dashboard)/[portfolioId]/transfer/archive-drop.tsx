'use client'

import { useTranslations } from 'next-intl'
import { ArchivePreviewList } from '@/app/(dashboard)/[portfolioId]/transfer/archive-preview-list'
import { useArchive } from '@/app/(dashboard)/[portfolioId]/transfer/use-archive'
import { Button } from '@/components/ui/button'
import { DropField } from '@/components/ui/drop-field'
import { Notice } from '@/components/ui/notice'
import { bringsNothing } from '@/lib/core/archive/decide'

/** Takes an archive, shows what it would add, and adds it only then. */
export function ArchiveDrop() {
  const t = useTranslations('archive')
  const { preview, fault, pending, take, add, forget } = useArchive()
  const nothing = preview !== null && bringsNothing(preview.decision)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <DropField
        label={t('drop')}
        hint={t('dropHint')}
        accept=".zip,application/zip"
        disabled={pending}
        fault={fault && t(`fault.${fault}`)}
        onTake={take}
      />
      {pending && !preview && <p role="status">{t('reading')}</p>}
      {preview && (
        <section aria-label={t('preview.title')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <ArchivePreviewList preview={preview} />
          {nothing && <Notice live>{t('preview.nothing')}</Notice>}
          <div className="flex flex-wrap gap-2">
            <Button onClick={forget}>{t('preview.cancel')}</Button>
            <Button variant="primary" disabled={pending || nothing} onClick={add}>
              {t('preview.import')}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}
