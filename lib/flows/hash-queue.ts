import 'server-only'

/** Each hash takes 64 MiB and a core: without these limits the sign-in page would be a lever to bring the server down. */
export const HASHES_AT_ONCE = 2
export const HASHES_IN_LINE = 32

/** Too many passwords are waiting to be checked. Try again later. */
export class HashQueueFull extends Error {
  override name = 'HashQueueFull'
}

interface Queue {
  running: number
  waiting: (() => void)[]
}

// On globalThis, because pages, actions and route handlers are bundled apart and would each get a queue of their own.
const kept = globalThis as { tidemarkHashQueue?: Queue }

function queue(): Queue {
  kept.tidemarkHashQueue ??= { running: 0, waiting: [] }
  return kept.tidemarkHashQueue
}

/** Runs `work` when its turn comes, or throws `HashQueueFull` at once. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const line = queue()
  if (line.running < HASHES_AT_ONCE) line.running++
  else if (line.waiting.length >= HASHES_IN_LINE) throw new HashQueueFull()
  else await new Promise<void>((turn) => line.waiting.push(turn))
  try {
    return await work()
  } finally {
    // A place is handed on, so that nobody can slip in between.
    const next = line.waiting.shift()
    if (next) next()
    else line.running--
  }
}
