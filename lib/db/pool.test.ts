import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { Pool } from '@/lib/db/pool'

const broken = () => Object.assign(new Error('terminating connection'), { code: '57P01' })

/** What each query meets, in order; without an entry it succeeds. */
let faults: Error[]
let asked: string[]

class StandIn extends EventEmitter {
  _queryable = true
  connect(done: () => void): void {
    done()
  }
  query(given: { text: string }, _values: unknown, done: (error?: Error, rows?: unknown) => void): void {
    asked.push(given.text)
    const fault = faults.shift()
    setImmediate(() => (fault ? done(fault) : done(undefined, { rows: [] })))
  }
  end(done?: () => void): void {
    done?.()
  }
}

const open = () => new Pool({ Client: StandIn as never, max: 2 })

beforeEach(() => {
  faults = []
  asked = []
})

describe('a query whose connection broke', () => {
  it('is sent once more when it only reads', async () => {
    faults = [broken()]
    const pool = open()
    await expect(pool.query({ text: 'SELECT 1' })).resolves.toEqual({ rows: [] })
    expect(asked).toEqual(['SELECT 1', 'SELECT 1'])
    expect(pool.lastFailureAt).toBeGreaterThan(0)
  })

  it('is given up when it breaks again', async () => {
    faults = [broken(), broken(), broken()]
    await expect(open().query({ text: 'SELECT 1' })).rejects.toThrow('terminating')
    expect(asked).toHaveLength(2)
  })

  it.each(['INSERT INTO a VALUES (1)', 'UPDATE a SET b = 1', 'DELETE FROM a', 'SELECT id FROM a FOR UPDATE', 'COMMIT'])(
    'is never sent twice when it may write or lock: %s',
    async (text) => {
      faults = [broken()]
      await expect(open().query({ text })).rejects.toThrow('terminating')
      expect(asked).toEqual([text])
    },
  )
})

it('a fault of the statement itself is told at once, and casts no doubt on the database', async () => {
  faults = [Object.assign(new Error('no such table'), { code: '42P01' })]
  const pool = open()
  await expect(pool.query({ text: 'SELECT 1 FROM nowhere' })).rejects.toThrow('no such table')
  expect(asked).toHaveLength(1)
  expect(pool.lastFailureAt).toBe(0)
})
