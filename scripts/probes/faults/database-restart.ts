import { newOwner } from '@/scripts/probes/faults/book'
import { type Instance, newPlace, startInstance } from '@/scripts/probes/faults/instance'
import { judgeAll, type Load, pause, startLoad, untold } from '@/scripts/probes/faults/load'
import type { Server } from '@/scripts/probes/faults/server'
import { send } from '@/scripts/probes/faults/visitor'
import { newWriters, type Writer } from '@/scripts/probes/faults/writers'
import type { Probe } from '@/scripts/probes/probe'

/** As long after the server takes connections again an error may still be told. */
const GRACE_MS = 2_000
const LOAD_MS = 1_500

/** Somebody who only looks, at a page and at its data. */
async function readers(app: Instance): Promise<Writer[]> {
  const owner = await newOwner(app.databaseUrl)
  const paths = [`/${owner.portfolioId}`, `/${owner.portfolioId}/holdings`]
  return paths.map((path) => {
    let done = 0
    return {
      name: `reader of ${path.split('/').at(2) ?? 'overview'}`,
      done: () => done,
      judge: async () => [],
      write: async () => {
        const answer = await send(app.origin, owner, { path })
        if (answer.status === 200) done += 1
        return answer
      },
    }
  })
}

const lateFaults = (load: Load, back: number, round: number): string[] =>
  load.answers
    .filter(({ at, answer }) => at > back + GRACE_MS && (answer.status === 0 || answer.status >= 500))
    .map(
      ({ at, answer, writer }) =>
        `restart ${round}, ${writer}: ${answer.status} ${at - back} ms after the database was back`,
    )

/** Restarts the database under load, gently and as a crash: errors are clear and end soon, and nothing acknowledged is lost. */
export const databaseRestartProbe = (server: () => Promise<Server>, restarts: number): Probe => ({
  name: 'database restarted under load (Postgres)',
  run: async () => {
    const postgres = await server()
    const app = await startInstance(await newPlace(await postgres.database('restart')))
    const writers = [
      ...(await newWriters({ origin: () => app.origin, databaseUrl: app.databaseUrl })),
      ...(await readers(app)),
    ]
    const failures: string[] = []
    let tries = 0
    try {
      // The first requests of a process load its code.
      for (const writer of [...writers, ...writers]) await writer.write()
      for (let round = 1; round <= restarts; round += 1) {
        const load = startLoad(writers)
        await pause(LOAD_MS)
        postgres.restart(round % 2 === 1 ? 'fast' : 'immediate')
        const back = Date.now()
        await pause(GRACE_MS + LOAD_MS)
        await load.stop()
        failures.push(...lateFaults(load, back, round))
        failures.push(
          ...load.answers.flatMap(
            ({ answer, writer }) => untold(answer)?.replace(/^/, `restart ${round}, ${writer}: `) ?? [],
          ),
        )
        failures.push(...(await judgeAll(writers, `restart ${round}`)))
        tries += load.answers.length
      }
    } finally {
      await app.kill()
    }
    return { tries, failures }
  },
})
