import { query } from '@/scripts/probes/faults/book'
import { newPlace, startInstance } from '@/scripts/probes/faults/instance'
import { judgeAll, unclear } from '@/scripts/probes/faults/load'
import { refusalOf } from '@/scripts/probes/faults/visitor'
import { newWriters } from '@/scripts/probes/faults/writers'
import type { Probe } from '@/scripts/probes/probe'

/** The last table of each write: what came before it in the transaction must go too. */
const TABLES = ['Lot', 'PositionsImport', 'Plan']
const ROUNDS = 3

/** What a server says whose disk is full (53100), at the moment when a row is to be written. */
const FILL = `CREATE OR REPLACE FUNCTION probe_disk_full() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`
const onEach = (sql: (table: string) => string): string => TABLES.map(sql).join('; ')

export const diskProbe = (name: string, databaseUrl: () => Promise<string | null>): Probe => ({
  name,
  run: async () => {
    const app = await startInstance(await newPlace(await databaseUrl()))
    const { databaseUrl: url } = app
    const failures: string[] = []
    let tries = 0
    try {
      const writers = await newWriters({ origin: () => app.origin, databaseUrl: url })
      for (const writer of writers) await writer.write()
      for (let round = 1; round <= ROUNDS; round += 1) {
        await query(url, FILL)
        await query(
          url,
          onEach(
            (table) =>
              `CREATE TRIGGER probe_full BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION probe_disk_full()`,
          ),
        )
        for (const writer of writers) {
          const before = writer.done()
          const answer = await writer.write()
          tries += 1
          if (writer.done() !== before) failures.push(`full, ${writer.name}: a write was acknowledged`)
          const said = unclear(answer)
          if (said) failures.push(`full, ${writer.name}: ${said}`)
          if (answer.status !== 503 && refusalOf(answer) !== 'busy')
            failures.push(`full, ${writer.name}: answered ${answer.status} ${answer.text.slice(0, 120)}`)
        }
        failures.push(...(await judgeAll(writers, 'full')))
        await query(
          url,
          onEach((table) => `DROP TRIGGER probe_full ON "${table}"`),
        )
        for (const writer of writers) {
          const before = writer.done()
          await writer.write()
          if (writer.done() === before) failures.push(`room again, ${writer.name}: a write was refused`)
        }
        failures.push(...(await judgeAll(writers, 'room again')))
      }
    } finally {
      await app.kill()
    }
    return { tries, failures }
  },
})
