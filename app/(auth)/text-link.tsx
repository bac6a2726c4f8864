import Link from 'next/link'
import type { ReactNode } from 'react'

/** A link inside a sentence of the sign-in pages. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="font-semibold text-accent underline underline-offset-2" href={href}>
      {children}
    </Link>
  )
}
