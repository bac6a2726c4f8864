// Whether the database can be asked at all, told before a request waits for it.
import { type Pool, pool } from '@/lib/db/pool'

/** How long a probe may take before the request is turned away. */
const PATIENCE_MS = 2_000
/** How long the answer of a probe is believed: that nothing can be had, … */
const TRUST_MS = 1_000
/** … and that all is well, which another may end at any moment. */
const WELL_MS = 200
/** How long a connection that broke is a reason to ask. */
const SUSPICION_MS = 5_000

const kept = globalThis as { tidemarkProbe?: { at: number; down: Promise<boolean> } }

/** True when no connection is at rest, or one broke a moment ago: then a request might wait in vain. */
const isInDoubt = ({ idleCount, lastFailureAt }: Pool, now: number): boolean =>
  idleCount === 0 || now - lastFailureAt < SUSPICION_MS

async function ask(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), PATIENCE_MS)
  })
  const answer = pool()
    .query('SELECT 1')
    .then(
      () => false,
      () => true,
    )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/**
 * True when no connection can be had now (`now` in milliseconds since 1970), known within two seconds. It asks only when there is doubt,
 * and then once for all requests of a second, so that it costs a busy server nothing.
 */
export async function databaseIsDown(now: number): Promise<boolean> {
  if (!isInDoubt(pool(), now)) return false
  const last = kept.tidemarkProbe
  if (last && now - last.at < TRUST_MS) return last.down
  const probe = { at: now, down: ask() }
  kept.tidemarkProbe = probe
  if (!(await probe.down)) probe.at = now - TRUST_MS + WELL_MS
  return probe.down
}
