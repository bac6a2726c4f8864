import 'server-only'

/** Well within the patience of those who would take over. */
const BEAT_MS = 15_000

/** Says again and again that the worker lives, until its work is over. A beat that fails is left to the next one. */
export async function withHeartbeat(beat: () => Promise<unknown>, work: () => Promise<void>): Promise<void> {
  const beating = setInterval(() => void beat().catch(() => {}), BEAT_MS)
  beating.unref()
  try {
    await work()
  } finally {
    clearInterval(beating)
  }
}
