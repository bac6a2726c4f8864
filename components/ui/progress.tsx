/** How far something is: the words say it, the bar shows it. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  return (
    <label className="grid content-start gap-1 text-sm">
      {label}
      <progress
        value={value}
        max={max}
        className={
          'h-1.5 w-full appearance-none overflow-hidden rounded-full bg-band [&::-moz-progress-bar]:bg-accent ' +
          '[&::-webkit-progress-bar]:bg-band [&::-webkit-progress-value]:bg-accent'
        }
      />
    </label>
  )
}
