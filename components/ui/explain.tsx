'use client'

import { type ReactNode, useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { usePopover } from '@/components/ui/use-popover'

/** A small button beside a number that opens how it is computed; by mouse, touch or keyboard. `label` names the button. */
export function Explain({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  const { button, popover, open, onToggle } = usePopover<HTMLDivElement>('start')
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-label={label}
        aria-expanded={open}
        title={label}
        className="inline-grid size-6 place-items-center rounded-md align-middle text-muted hover:bg-sunken hover:text-ink print:hidden"
      >
        <Icon name="info" />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="note"
        aria-label={label}
        onToggle={onToggle}
        className="fixed w-80 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-raised p-3 text-left text-sm font-normal whitespace-normal shadow-raised"
      >
        {children}
      </div>
    </>
  )
}
