'use client'

import { Toaster as Sonner } from 'sonner'

/** Mounted once, in the root layout. */
export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={label}
      gap={8}
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: closeLabel,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-lg border border-line bg-raised px-3 py-2 text-base text-ink shadow-raised',
          content: 'min-w-0 flex-1',
          title: 'font-normal',
          actionButton: 'h-8 shrink-0 rounded-md px-3 font-semibold text-accent hover:bg-accent-soft',
        },
      }}
    />
  )
}
