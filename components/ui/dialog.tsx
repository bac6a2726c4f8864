'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '@/components/ui/button'

interface Props {
  open: boolean
  /** Asked for by Escape, the close button or a click outside; the owner sets `open` to false. */
  onClose: () => void
  title: ReactNode
  closeLabel: string
  wide?: boolean
  children: ReactNode
}

/** The browser's modal dialog: it keeps the focus inside and gives it back. Its content lives only while it is open. */
export function Dialog({ open, onClose, title, closeLabel, wide = false, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) {
      dialog.showModal()
      // By itself the browser would start at the close button.
      dialog.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
    }
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      // At the press: a text selection that ends outside is no wish to leave.
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      className={
        'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] rounded-lg border border-line bg-raised text-left font-normal whitespace-normal text-ink shadow-raised ' +
        (wide ? 'max-w-4xl' : 'max-w-md')
      }
    >
      {open && (
        <div className="p-4">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={id} className="text-lg">
              {title}
            </h2>
            <IconButton icon="close" label={closeLabel} onClick={onClose} className="-mt-1 -mr-1" />
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}

/** The row of buttons at a dialog's foot; the one that acts stands last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-4 flex flex-wrap justify-end gap-2">{children}</div>
}
