'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { FileResult } from '@/app/(dashboard)/[portfolioId]/policy/sources/file-result'
import { useDrop } from '@/app/(dashboard)/[portfolioId]/policy/sources/use-drop'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Takes files by dropping or choosing, shows how each was read, and stores them only then. */
export function DropZone() {
  const t = useTranslations('sources.files')
  const id = useId()
  const [over, setOver] = useState(false)
  const { readings, fault, pending, take, forget, store } = useDrop()
  const usable = readings.filter(({ contents }) => contents.length > 0).length
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer.files)
        }}
        className={
          'grid justify-items-center gap-1 rounded-lg border border-dashed p-6 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent ' +
          (over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface')
        }
      >
        <span className="font-semibold">{t('drop')}</span>
        <span className="text-sm text-muted">{t('dropHint')}</span>
        <input
          id={id}
          type="file"
          multiple
          accept=".csv,text/csv"
          className="sr-only"
          disabled={pending}
          onChange={(event) => {
            const input = event.target
            // Emptied, so that the same file may be chosen again.
            void take(input.files).then(() => {
              input.value = ''
            })
          }}
        />
      </label>
      {fault && (
        <Notice tone="error" live>
          {t(`fault.${fault}`)}
        </Notice>
      )}
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
