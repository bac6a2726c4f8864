import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Attempt, type Contender, outside, portfolioAllocation, tidemark } from '@/bench/contenders'
import { exactly, MONEY } from '@/bench/exact'
import { FAMILIES, type Family, FIRST_PURCHASES, firstPurchase, requestFrom } from '@/bench/families'
import type { Request } from '@/bench/request'

/** Times the allocator and other people's solvers on the same random books, and prints a table. `--quick` takes a tenth of them. */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    /** The limit of the other solvers, and of the allocator in milliseconds. */
    seconds: { type: 'string', default: '5' },
    deadline: { type: 'string', default: '1000' },
    /** Only families whose name has this in it. */
    family: { type: 'string', default: '' },
    /** Only the allocator. */
    alone: { type: 'boolean', default: false },
  },
})

const seconds = Number(options.seconds)
const SHARE_OF_QUICK = 10
/** The other solvers take seconds for one book, so that they are given fewer. */
const MOST_OUTSIDE = 10
const WARM_UP = 5
/** Parts per million within which two answers cost the same. */
const SPECK = 0.01

interface Row {
  family: string
  solver: string
  tolerance: number
  attempts: Attempt[]
}

/** Best known objective by family and book, over all solvers. */
const best = new Map<string, number>()
const rows: Row[] = []

async function race(
  family: Family,
  requests: Request[],
  contender: Contender,
  tolerances: readonly number[],
): Promise<void> {
  for (const tolerance of tolerances) {
    for (let i = 0; i < WARM_UP && contender.name === 'Tidemark'; i += 1) {
      await contender.attempt(requests[i % requests.length] as Request, tolerance)
    }
    const attempts: Attempt[] = []
    for (const [i, request] of requests.entries()) {
      if (process.stderr.isTTY)
        process.stderr.write(`\r${family.name}, ${contender.name}: ${i + 1} of ${requests.length}      `)
      const attempt = await contender.attempt(request, tolerance)
      attempts.push(attempt)
      const key = `${family.name} ${i}`
      if (attempt.objective !== null)
        best.set(key, Math.min(best.get(key) ?? Number.POSITIVE_INFINITY, attempt.objective))
    }
    rows.push({ family: family.name, solver: contender.name, tolerance, attempts })
  }
  await contender.end()
}

const chosen = (families: readonly Family[]): Family[] => families.filter((f) => f.name.includes(options.family))
const some = (family: Family, make: (family: Family, seed: number) => Request): Request[] => {
  const count = options.quick ? Math.max(2, Math.ceil(family.instances / SHARE_OF_QUICK)) : family.instances
  return Array.from({ length: count }, (_, i) => make(family, i + 1))
}

const wholes = new Map<string, number>()

for (const [families, make, others] of [
  [
    chosen(FAMILIES),
    requestFrom,
    () => [outside('highs', seconds), outside('yalps', seconds), outside('javascript-lp-solver', seconds)],
  ],
  [chosen(FIRST_PURCHASES), firstPurchase, () => [outside('highs', seconds), portfolioAllocation(seconds)]],
] as const) {
  for (const family of families) {
    const requests = some(family, make)
    for (const [i, request] of requests.entries()) {
      wholes.set(`${family.name} ${i}`, Number(exactly(request).whole / (MONEY / 100n)) / 100)
    }
    await race(family, requests, tidemark(Number(options.deadline)), [100, 1])
    if (options.alone) continue
    const fewer = requests.slice(0, options.quick ? 2 : MOST_OUTSIDE)
    for (const contender of others())
      await race(family, fewer, contender, contender.name === 'highs' ? [100, 1] : [100])
  }
}

console.log(
  `${cpus()[0]?.model ?? 'unknown'} (${availableParallelism()} threads), Node ${process.version}; other solvers stopped at ${seconds} s\n`,
)
console.log(
  '| books | solver | asked for | ms, median | ms, 99 of 100 | met | proven gap, median | above the best known, median | at most |',
)
console.log('|---|---|---|---|---|---|---|---|---|')
for (const row of rows) console.log(lineOf(row))

/** An outside solver's word that it is near enough counts only where no better answer is known. */
function lineOf({ family, solver, tolerance, attempts }: Row): string {
  const judged = attempts.map((a, i) => {
    const key = `${family} ${i}`
    const whole = wholes.get(key) ?? 1
    const left = a.gap === null ? null : (a.gap / whole) * 1e6
    const excess = a.objective === null ? null : ((a.objective - (best.get(key) ?? 0)) / whole) * 1e6
    return { ...a, excess, left, met: a.met && excess !== null && excess <= tolerance + SPECK }
  })
  const times = judged.map((a) => a.ms).sort((a, b) => a - b)
  const excess = judged.flatMap((a) => (a.excess === null ? [] : [a.excess])).sort((a, b) => a - b)
  const left = judged.flatMap((a) => (a.left === null ? [] : [a.left])).sort((a, b) => a - b)
  const met = `${judged.filter((a) => a.met).length} of ${judged.length}`
  const cells = [family, solver, `${tolerance} ppm`, ms(at(times, 0.5)), ms(at(times, 0.99)), met, parts(at(left, 0.5))]
  return `| ${[...cells, parts(at(excess, 0.5)), parts(at(excess, 1))].join(' | ')} |`
}

function at(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.ceil(share * (sorted.length - 1))]
}

function ms(value: number | undefined): string {
  return value === undefined ? '–' : value < 100 ? value.toFixed(2) : value.toFixed(0)
}

/** Millionths of the portfolio; no figure where there was no answer, or no proof. */
function parts(value: number | undefined): string {
  return value === undefined ? '–' : `${value < 100 ? value.toFixed(2) : value.toFixed(0)} ppm`
}
