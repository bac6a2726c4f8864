import { useId } from 'react'

interface Props {
  label: string
  /** What became of the file. */
  lines: readonly string[]
  onTake: (file: File | undefined) => void
}

/** The file of one class, and how it was read. */
export function PriceField({ label, lines, onTake }: Props) {
  const id = useId()
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,text/csv"
        aria-describedby={`${id}-read`}
        className="w-full min-w-0 text-sm file:mr-2 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-2.5 file:font-semibold file:text-ink"
        onChange={({ target }) => onTake(target.files?.[0])}
      />
      <div id={`${id}-read`} role="status" className="text-sm text-muted">
        {lines.map((line) => (
          <p key={line} className="break-words">
            {line}
          </p>
        ))}
      </div>
    </div>
  )
}
