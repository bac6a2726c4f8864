'use client'

import { useTranslations } from 'next-intl'
import { FileResult } from '@/app/(dashboard)/[portfolioId]/policy/sources/file-result'
import { useDrop } from '@/app/(dashboard)/[portfolioId]/policy/sources/use-drop'
import { Button } from '@/components/ui/button'
import { DropField } from '@/components/ui/drop-field'

/** Takes files by dropping or choosing, shows how each was read, and stores them only then. */
export function DropZone() {
  const t = useTranslations('sources.files')
  const { readings, fault, pending, take, forget, store } = useDrop()
  const usable = readings.filter(({ contents }) => contents.length > 0).length
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <DropField
        label={t('drop')}
        hint={t('dropHint')}
        accept=".csv,text/csv"
        multiple
        disabled={pending}
        fault={fault && t(`fault.${fault}`)}
        onTake={take}
      />
      {readings.length > 0 && (
        <section aria-label={t('preview')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {readings.map((reading, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
            <FileResult key={index} reading={reading} />
          ))}
          <div className="flex flex-wrap gap-2">
            <Button onClick={forget}>{t('forget')}</Button>
            <Button variant="primary" disabled={pending || usable === 0} onClick={store}>
              {t('store', { count: usable })}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}
