import type { ReactNode } from 'react'

/** A bordered surface. */
export function Card({ className = '', children }: { className?: string; children: ReactNode }) {
  return <div className={`rounded-lg border border-line bg-surface p-4 ${className}`}>{children}</div>
}

interface SectionProps {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** A titled part of a page; its first line is the answer. */
export function Section({ title, description, actions, className = '', children }: SectionProps) {
  return (
    <section className={`grid grid-cols-[minmax(0,1fr)] gap-3 ${className}`}>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div>
          <h2 className="text-lg">{title}</h2>
          {description && <p className="max-w-3xl text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** The head of a page: its question as a title, its answer as a sentence, what one can do at the right. */
export function PageHead({ title, answer, actions }: { title: ReactNode; answer?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div>
        <h1 className="text-xl">{title}</h1>
        {answer && <p className="text-muted">{answer}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
