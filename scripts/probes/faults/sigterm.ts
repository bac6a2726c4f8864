import { newOwner } from '@/scripts/probes/faults/book'
import { newPlace, startInstance } from '@/scripts/probes/faults/instance'
import { judgeAll, type Load, pause, startLoad } from '@/scripts/probes/faults/load'
import { send } from '@/scripts/probes/faults/visitor'
import { newWriters, type Writer } from '@/scripts/probes/faults/writers'
import type { Probe } from '@/scripts/probes/probe'

const MOST_MS = 10_000
const READERS = 4
const WARM_MS = 30_000

/** Tells the app to end under load: what is under way is answered, nobody is reset, and it is gone in time with code 0. */
export const sigtermProbe = (name: string, databaseUrl: () => Promise<string | null>, rounds: number): Probe => ({
  name,
  run: async () => {
    const place = await newPlace(await databaseUrl())
    const failures: string[] = []
    let tries = 0
    let app = await startInstance(place)
    const url = app.databaseUrl
    const owner = await newOwner(url)
    const readers: Writer[] = Array.from({ length: READERS }, () => ({
      ...{ name: 'reader', done: () => 0, judge: async () => [] },
      write: () => send(app.origin, owner, { path: `/${owner.portfolioId}` }),
    }))
    const writers = [...(await newWriters({ origin: () => app.origin, databaseUrl: url })), ...readers]
    for (let round = 1; round <= rounds; round += 1) {
      const load = startLoad(writers, 5)
      await warm(load, writers.length)
      const told = Date.now()
      const seen = watchReadiness(app.origin, owner)
      const { code, took } = await app.terminate()
      await load.stop()
      tries += load.answers.length
      if (code !== 0) failures.push(`round ${round}: exit code ${code}`)
      if (took > MOST_MS) failures.push(`round ${round}: it took ${took} ms`)
      const late = load.answers.filter(({ at }) => at >= told)
      if (!late.some(({ answer }) => answer.status === 200))
        failures.push(`round ${round}: nothing was under way, so nothing was shown`)
      // A refused connection is a clear answer: nobody has begun anything. A broken one is not.
      const broken = late.filter(
        ({ answer }) => (answer.status === 0 && answer.broke !== 'ECONNREFUSED') || answer.status >= 500,
      )
      failures.push(
        ...broken.map(
          ({ answer, writer }) =>
            `round ${round}, ${writer}: ${answer.status} ${answer.broke} ${answer.text.slice(0, 80)}`,
        ),
      )
      if (!(await seen)) failures.push(`round ${round}: /api/ready never said that it is ending`)
      app = await startInstance(place)
      failures.push(...(await judgeAll(writers, `round ${round}`)))
    }
    await app.kill()
    return { tries, failures }
  },
})

/** The first requests of a process load its code; from the second of each writer on they are as in daily use. */
async function warm({ answers }: Load, writers: number): Promise<void> {
  const deadline = Date.now() + WARM_MS
  while (answers.filter(({ answer }) => answer.status === 200).length < writers * 3 && Date.now() < deadline)
    await pause(20)
}

/** True once the app has said that no more should be sent to it. */
async function watchReadiness(origin: string, owner: { cookie: string }): Promise<boolean> {
  for (;;) {
    const { status } = await send(origin, owner, { path: '/api/ready' })
    if (status === 503) return true
    if (status === 0) return false
    await pause(20)
  }
}
