'use client'

import { type ReactNode, useEffect, useState } from 'react'

interface Props {
  summary: ReactNode
  /** Opens it when this becomes true; it never closes what the user has open. */
  open: boolean
  children: ReactNode
}

/** Fields that are folded away while nobody needs them. */
export function Fold({ summary, open, children }: Props) {
  const [shown, show] = useState(open)
  useEffect(() => {
    if (open) show(true)
  }, [open])
  return (
    <details open={shown} onToggle={(event) => show(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm font-semibold">{summary}</summary>
      {children}
    </details>
  )
}
