/** Fills that tell the regimes apart without colour: stripes for tightening, dots for post-QT. Ids begin with `prefix`. */
export function RegimePatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      <pattern
        id={`${prefix}-tightening`}
        width={5}
        height={5}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={5} height={5} fill="var(--color-surface)" />
        <rect width={2.4} height={5} fill="var(--color-regime-tightening)" />
      </pattern>
      <pattern id={`${prefix}-postQt`} width={4} height={4} patternUnits="userSpaceOnUse">
        <rect width={4} height={4} fill="var(--color-surface)" />
        <circle cx={2} cy={2} r={1.3} fill="var(--color-regime-post-qt)" />
      </pattern>
    </defs>
  )
}

const STROKE = { tightening: 'var(--color-regime-tightening)', postQt: 'var(--color-regime-post-qt)' } as const

/** The look of a regime's bars. */
export const regimeFill = (prefix: string, regime: keyof typeof STROKE) =>
  ({ fill: `url(#${prefix}-${regime})`, stroke: STROKE[regime], strokeWidth: 1 }) as const
