'use client'

import { useId, useState } from 'react'
import { Notice } from '@/components/ui/notice'

interface Props {
  label: string
  hint: string
  /** As the browser's file field takes it. */
  accept: string
  multiple?: boolean
  disabled?: boolean
  /** What is wrong with what was taken. */
  fault?: string | null
  onTake: (files: FileList | null) => Promise<void>
}

/** A place to drop files on, and below it what is wrong with them. */
export function DropField({ fault, ...field }: Props) {
  return (
    <>
      <DropArea {...field} />
      {fault && (
        <Notice tone="error" live>
          {fault}
        </Notice>
      )}
    </>
  )
}

/** The browser's own file field for keyboards and screen readers. */
function DropArea({ label, hint, accept, multiple = false, disabled = false, onTake }: Omit<Props, 'fault'>) {
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
        void onTake(event.dataTransfer.files)
      }}
      className={
        'grid justify-items-center gap-1 rounded-lg border border-dashed p-6 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent ' +
        (over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface')
      }
    >
      <span className="font-semibold">{label}</span>
      <span className="text-sm text-muted">{hint}</span>
      <input
        id={id}
        type="file"
        multiple={multiple}
        accept={accept}
        className="sr-only"
        disabled={disabled}
        onChange={(event) => {
          const input = event.target
          // Emptied, so that the same file may be chosen again.
          void onTake(input.files).then(() => {
            input.value = ''
          })
        }}
      />
    </label>
  )
}
