import { type RefObject, useEffect, useRef } from 'react'

/** The ref of a form whose first faulty field takes the focus whenever an answer brings faults. */
export function useFocusOnFault(answer: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [answer])
  return form
}
