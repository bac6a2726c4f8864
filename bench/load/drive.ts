/** One thing a user does; answers false when the answer was not the one that was due. */
export interface Act {
  name: string
  run: () => Promise<boolean>
}

export interface Reading {
  name: string
  perSecond: number
  /** Milliseconds, exact: every answer's time is kept. */
  p50: number
  p95: number
  p99: number
  count: number
  errors: number
}

interface Took {
  ms: number
  good: boolean
}

/** Each user does its next act as soon as the last one is answered, for so long; what was under way then still counts. */
export async function drive(users: readonly (() => Act)[], seconds: number): Promise<Reading[]> {
  const took = new Map<string, Took[]>()
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    users.map(async (nextAct) => {
      while (performance.now() < until) {
        const { name, run } = nextAct()
        const from = performance.now()
        const good = await run().catch(() => false)
        const known = took.get(name) ?? []
        if (known.length === 0) took.set(name, known)
        known.push({ ms: performance.now() - from, good })
      }
    }),
  )
  const elapsed = (performance.now() - began) / 1000
  return [...took].map(([name, all]) => readingOf(name, all, elapsed))
}

function readingOf(name: string, all: readonly Took[], seconds: number): Reading {
  const sorted = all.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return {
    name,
    perSecond: all.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    count: all.length,
    errors: all.filter(({ good }) => !good).length,
  }
}
