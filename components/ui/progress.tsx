/** How far a work of several steps is. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <progress
      className={
        'h-2 w-full appearance-none overflow-hidden rounded-full border border-line-strong bg-sunken ' +
        '[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent'
      }
      aria-label={label}
      value={done}
      max={Math.max(1, total)}
    />
  )
}
