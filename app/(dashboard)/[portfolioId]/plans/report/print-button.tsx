'use client'

import { useEffect } from 'react'
import { Button } from '@/components/ui/button'

/** Prints the page; whoever prints it, by this button or by the browser's, gets all that is folded away on the screen. */
export function PrintButton({ label }: { label: string }) {
  useEffect(() => {
    const opened = new Set<HTMLDetailsElement>()
    const unfold = () => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
        details.open = true
        opened.add(details)
      }
    }
    const fold = () => {
      for (const details of opened) details.open = false
      opened.clear()
    }
    window.addEventListener('beforeprint', unfold)
    window.addEventListener('afterprint', fold)
    return () => {
      window.removeEventListener('beforeprint', unfold)
      window.removeEventListener('afterprint', fold)
    }
  }, [])
  return (
    <Button icon="print" onClick={() => window.print()}>
      {label}
    </Button>
  )
}
