import type { ReactNode } from 'react'

/** An amount inside a sentence; it goes with the other amounts when they are hidden. */
export const amount = (chunks: ReactNode): ReactNode => (
  <span className="money whitespace-nowrap">
    <span className="amount">{chunks}</span>
  </span>
)
