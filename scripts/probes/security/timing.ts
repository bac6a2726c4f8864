// Whether the time of an answer tells what the answer does not.

const PAIRS = 15
const ROUNDS = 3
/** What was put off until the answer was out is to be over before the next one is measured. */
const PAUSE_MS = 40
/** A difference below both is noise; a hash that is left out makes five times as much. */
const SHARE = 0.25
const FLOOR_MS = 12

interface Comparison {
  known: () => Promise<string>
  unknown: () => Promise<string>
  send: (email: string) => Promise<unknown>
  forgetLimits: () => Promise<unknown>
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The medians in milliseconds, taken in turns so that a busy moment meets both. */
async function measure({ known, unknown, send, forgetLimits }: Comparison): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  await forgetLimits()
  for (let i = 0; i < PAIRS; i++) {
    const [yes, no] = [await known(), await unknown()]
    const first = i % 2
    for (const which of [first, 1 - first]) {
      times[which === 0 ? 0 : 1].push(await timeOf(() => send(which === 0 ? yes : no)))
    }
  }
  return [median(times[0]), median(times[1])]
}

/** Compares until a round shows no difference; one that every round shows the same way is told. */
export async function differenceOf(comparison: Comparison): Promise<{ count: number; told: string | null }> {
  const seen: number[] = []
  let told = ''
  for (let round = 1; round <= ROUNDS; round++) {
    const [known, unknown] = await measure(comparison)
    const difference = known - unknown
    if (Math.abs(difference) <= Math.max(FLOOR_MS, SHARE * Math.max(known, unknown))) {
      return { count: round * 2 * PAIRS, told: null }
    }
    seen.push(Math.sign(difference))
    told = `${known.toFixed(1)} ms and ${unknown.toFixed(1)} ms`
  }
  return { count: ROUNDS * 2 * PAIRS, told: new Set(seen).size === 1 ? told : null }
}
