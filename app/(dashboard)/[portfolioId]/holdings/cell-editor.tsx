'use client'

import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react'

/** Where the focus goes when an edit is done. */
export type Leave = 'down' | 'up' | 'next' | 'back' | 'stay'

export interface EditorProps {
  label: string
  /** What is there. */
  initial: string
  /** A typed character that replaces it; null opens what is there. */
  seed: string | null
  onDone: (text: string, leave: Leave) => void
  onCancel: () => void
}

/** Keys that end an edit, and where they lead. */
export function leaveBy(event: KeyboardEvent): Leave | null {
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down'
  if (event.key === 'Tab') return event.shiftKey ? 'back' : 'next'
  return null
}

export const EDITOR =
  'h-8 w-full min-w-24 bg-raised px-2 outline-2 -outline-offset-2 outline-accent pointer-coarse:h-9 focus-visible:outline-offset-[-2px]'

/** The text field inside a cell: Enter and Tab store, Escape does not, leaving it stores too. */
export function CellEditor({
  label,
  initial,
  seed,
  onDone,
  onCancel,
  className = '',
  ...rest
}: EditorProps & Omit<ComponentProps<'input'>, 'onChange'>) {
  const field = useRef<HTMLInputElement>(null)
  const over = useRef(false)
  useEffect(() => {
    const input = field.current
    input?.focus()
    // A typed character is the beginning of a new text; what was there is marked, to be typed over or kept.
    if (seed === null && input?.type === 'text') input.select()
  }, [seed])
  const end = (leave: Leave) => {
    if (over.current) return
    over.current = true
    onDone(field.current?.value ?? initial, leave)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const leave = leaveBy(event)
    if (leave) {
      event.preventDefault()
      end(leave)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      over.current = true
      onCancel()
    }
  }
  return (
    <input
      ref={field}
      type="text"
      aria-label={label}
      defaultValue={seed ?? initial}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={() => end('stay')}
      className={`${EDITOR} ${className}`}
      {...rest}
    />
  )
}
