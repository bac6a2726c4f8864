import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  body: ReactNode
  /** The one next action. */
  action: ReactNode
  /** A faint real example of what will stand here. */
  example?: ReactNode
}

export function EmptyState({ title, body, action, example }: Props) {
  return (
    <div className="grid items-center gap-8 rounded-lg border border-dashed border-line-strong p-6 sm:p-10 md:grid-cols-2">
      <div className="grid justify-items-start gap-3">
        <h2 className="text-xl">{title}</h2>
        <p className="max-w-prose text-muted">{body}</p>
        {action}
      </div>
      {example && (
        <div aria-hidden inert className="opacity-45 select-none">
          {example}
        </div>
      )}
    </div>
  )
}
