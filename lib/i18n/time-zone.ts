export const DEFAULT_TIME_ZONE = 'UTC'

/** The zone that a cookie names, if the runtime knows it; otherwise UTC. */
export function validTimeZone(name: string | undefined): string {
  if (!name || name.length > 64) return DEFAULT_TIME_ZONE
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return DEFAULT_TIME_ZONE
  }
}
