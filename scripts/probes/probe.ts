/** One promise put to the test many times over. */
export interface Probe {
  name: string
  /** Makes its tries and says how many they were and what went wrong, a sentence for each failure. */
  run: () => Promise<{ tries: number; failures: string[] }>
}

const MOST_SHOWN = 5

/** Runs the probes one after the other and prints a table of them; answers how many failures there were. */
export async function runProbes(title: string, probes: readonly Probe[]): Promise<number> {
  const wide = Math.max(...probes.map(({ name }) => name.length))
  console.log(`\n${title}\n${'probe'.padEnd(wide)}   tries  failures  seconds`)
  let total = 0
  for (const { name, run } of probes) {
    const began = performance.now()
    // A probe that breaks has shown nothing, and that is a failure too.
    const { tries, failures } = await run().catch((error: unknown) => ({ tries: 0, failures: [String(error)] }))
    const found = tries === 0 && failures.length === 0 ? ['it tried nothing'] : failures
    total += found.length
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `${name.padEnd(wide)}  ${String(tries).padStart(6)}  ${String(found.length).padStart(8)}  ${seconds.padStart(7)}`,
    )
    for (const failure of found.slice(0, MOST_SHOWN)) console.log(`  ${failure}`)
    if (found.length > MOST_SHOWN) console.log(`  … and ${found.length - MOST_SHOWN} more`)
  }
  return total
}
