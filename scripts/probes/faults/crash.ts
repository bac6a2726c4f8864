import { type Instance, newPlace, startInstance } from '@/scripts/probes/faults/instance'
import { judgeAll, pause, startLoad } from '@/scripts/probes/faults/load'
import { priceWriter } from '@/scripts/probes/faults/prices'
import { newWriters } from '@/scripts/probes/faults/writers'
import type { Probe } from '@/scripts/probes/probe'

const SOONEST_MS = 30
const LATEST_MS = 1_200
const WARM_MS = 400

/**
 * Kills the app with its whole family at random moments while it saves holdings, imports files, saves plans and refreshes prices, all at once,
 * and starts it again on what is left: nothing acknowledged is gone, nothing half-written is there.
 */
export const crashProbe = (name: string, databaseUrl: () => Promise<string | null>, kills: number): Probe => ({
  name,
  run: async () => {
    const prices = await priceWriter()
    const place = await newPlace(await databaseUrl(), prices.env)
    let app: Instance = await startInstance(place)
    const target = { origin: () => app.origin, databaseUrl: app.databaseUrl }
    const writers = [...(await newWriters(target)), await prices.open(target)]
    const failures: string[] = []
    let tries = 0
    try {
      for (let round = 1; round <= kills; round += 1) {
        const before = writers.map((writer) => writer.done())
        const load = startLoad(writers)
        // The first requests of a process load its code; a kill before anything was written would show nothing.
        const deadline = Date.now() + 20_000
        while (writers.some((writer, at) => writer.done() === before[at]) && Date.now() < deadline) await pause(20)
        await pause(WARM_MS / 4 + SOONEST_MS + Math.random() * (LATEST_MS - SOONEST_MS))
        await app.kill()
        await load.stop()
        app = await startInstance(place)
        failures.push(...(await judgeAll(writers, `kill ${round}`)))
        const idle = writers.filter((writer, at) => writer.done() === before[at])
        failures.push(...idle.map((writer) => `kill ${round}: the ${writer.name} writer wrote nothing before it`))
        tries += writers.length
      }
      failures.push(...(await prices.settle()))
      tries += 1
    } finally {
      await app.kill()
      await prices.stop()
    }
    return { tries, failures }
  },
})
