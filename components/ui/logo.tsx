/** The mark: the strip between two regimes, and the dot that says where one stands. */
export function Logo({ className = '' }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={`size-7 shrink-0 ${className}`}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <g className="stroke-on-accent" strokeWidth="2.4" strokeLinecap="round" fill="none">
        <path d="M6 16h20M6.5 10v12M25.5 10v12" />
      </g>
      <circle cx="19" cy="16" r="4.6" className="fill-on-accent" />
    </svg>
  )
}
