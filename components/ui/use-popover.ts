'use client'

import { type RefObject, type ToggleEvent, useEffect, useRef, useState } from 'react'
import { followButton } from '@/components/ui/popover-position'

interface Popover<T extends HTMLElement> {
  button: RefObject<HTMLButtonElement | null>
  popover: RefObject<T | null>
  open: boolean
  onToggle: (event: ToggleEvent<HTMLElement>) => void
  close: () => void
}

/** The state and the place of a native popover: the browser opens it, closes it on Escape or a click outside, and returns the focus. */
export function usePopover<T extends HTMLElement>(align: 'start' | 'end'): Popover<T> {
  const button = useRef<HTMLButtonElement>(null)
  const popover = useRef<T>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (open && popover.current && button.current) return followButton(popover.current, button.current, align)
  }, [open, align])
  return {
    button,
    popover,
    open,
    onToggle: (event) => setOpen(event.newState === 'open'),
    close: () => popover.current?.hidePopover(),
  }
}
