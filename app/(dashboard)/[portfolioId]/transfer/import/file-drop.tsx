'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

/** Takes files by dropping or choosing. */
export function FileDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations('import.files')
  const id = useId()
  const [over, setOver] = useState(false)
  return (
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
        const files = [...event.dataTransfer.files]
        if (files.length > 0) onFiles(files)
      }}
      className={
        'grid justify-items-center gap-1 rounded-lg border border-dashed p-8 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent ' +
        (over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface')
      }
    >
      <span className="font-semibold">{t('drop')}</span>
      <span className="text-sm text-muted">{t('dropHint')}</span>
      <input
        id={id}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.xml,.json,text/*"
        className="sr-only"
        onChange={(event) => {
          const input = event.target
          const files = [...(input.files ?? [])]
          // Emptied, so that the same file may be chosen again.
          input.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </label>
  )
}
