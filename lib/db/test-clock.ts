/** For tests: the moment that they start at, and the moments after it. */
export const T0 = new Date('2026-11-20T08:00:00Z')

/** So many milliseconds after it. */
export const later = (ms: number): Date => new Date(T0.getTime() + ms)
