import type { ReactNode } from 'react'

interface Line {
  name: string
  value: ReactNode
}

/** What the pointer is over, in words; the same figures stand in the chart's table. */
export function TooltipBox({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm text-ink shadow-raised">
      {title && <p className="font-semibold">{title}</p>}
      <dl className="grid grid-cols-[auto_auto] gap-x-3">
        {lines.map((line) => (
          <div key={line.name} className="contents">
            <dt className="text-muted">{line.name}</dt>
            <dd className="text-right">{line.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
