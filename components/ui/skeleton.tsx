/** Holds the place of what is being loaded, in its size, so that nothing jumps. */
export function Skeleton({ label, className = '' }: { label: string; className?: string }) {
  return (
    <div role="status" className={`animate-pulse rounded-md bg-sunken ${className}`}>
      <span className="sr-only">{label}</span>
    </div>
  )
}
