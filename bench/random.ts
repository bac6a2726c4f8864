/** Chance that a seed repeats: mulberry32 by T. Ettinger, 32 bits of state, good enough to draw test instances with. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  pick<T>(choices: readonly T[]): T
  /** True in so many of a hundred draws. */
  percent(share: number): boolean
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    pick<T>(choices: readonly T[]): T {
      if (choices.length === 0) throw new Error('Nothing to pick from')
      return choices[whole(0, choices.length - 1)] as T
    },
    percent: (share) => next() * 100 < share,
  }
}

/** Positive whole parts of a whole, at random; as many as asked. `total` is at least `count`. */
export function partsOf(random: Random, total: number, count: number): number[] {
  const cuts = new Set<number>()
  while (cuts.size < count - 1) cuts.add(random.whole(1, total - 1))
  const edges = [0, ...[...cuts].sort((a, b) => a - b), total]
  return edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0))
}
