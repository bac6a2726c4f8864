import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from './database.mjs'

/** A message of Postgres' protocol: its letter, its length, its body; texts end with a zero, numbers are two bytes. */
function message(letter: string, ...parts: (string | number)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : twoBytes(part))),
  )
  const head = Buffer.alloc(letter.length + 4)
  head.write(letter, 'latin1')
  head.writeInt32BE(body.length + 4, letter.length)
  return Buffer.concat([head, body])
}

const twoBytes = (value: number) => Buffer.from([value >> 8, value & 255])

const STARTUP = message('', 3, 0, 'user', 'postgres', 'database', 'postgres', '')
const parse = (sql: string) => message('P', '', sql, 0)
const REST = Buffer.concat([message('B', '', '', 0, 0, 0), message('E', '', 0, 0), message('S')])

let database: Awaited<ReturnType<typeof openDatabase>>
let other: pg.Client

beforeAll(async () => {
  database = await openDatabase(null)
  other = new pg.Client({ connectionString: database.url })
  await other.connect()
}, 60_000)

afterAll(async () => {
  await other.end()
  await database.close()
})

/** A connection that sends what it is told, in as many pieces as it is told. */
async function rawConnection(): Promise<{ socket: Socket; received: () => string }> {
  const folder = new URL(database.url).searchParams.get('host') ?? ''
  const socket = connect(`${folder}/.s.PGSQL.5432`)
  let text = ''
  socket.on('data', (data) => {
    text += data.toString('latin1')
  })
  socket.write(STARTUP)
  while (!text.includes('Z\0\0\0\x05I')) await pause(10)
  text = ''
  return { socket, received: () => text }
}

describe('wholeBatches', () => {
  it('lets nobody in between the pieces of a batch', async () => {
    const { socket, received } = await rawConnection()
    socket.write(parse("select 'mine' as a"))
    await pause(50)
    const answered = other.query("select 'theirs' as b")
    expect(await Promise.race([answered, pause(100, 'waits')])).toBe('waits')
    socket.write(REST)
    expect((await answered).rows).toEqual([{ b: 'theirs' }])
    expect(received()).toContain('mine')
    socket.destroy()
  })

  it('goes on when a connection breaks off in the middle of one, after an error too', async () => {
    for (const sql of ['select 1', 'select nonsense']) {
      const { socket } = await rawConnection()
      socket.write(parse(sql))
      await pause(50)
      socket.destroy()
      expect((await other.query('select 2 as b')).rows).toEqual([{ b: 2 }])
    }
  })
})
