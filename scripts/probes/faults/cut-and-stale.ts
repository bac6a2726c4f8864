import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { newOwner, type Owner, query } from '@/scripts/probes/faults/book'
import { newPlace, startInstance } from '@/scripts/probes/faults/instance'
import { pause } from '@/scripts/probes/faults/load'
import { type Answer, accepted, refusalOf, saveStep, sendFile } from '@/scripts/probes/faults/visitor'
import type { Probe } from '@/scripts/probes/probe'

const MARK = 'probe-of-a-cut-upload'
const CSV = `Account Name,Symbol,Quantity,Price\n${'Brokerage,PRB1,3,10\n'.repeat(400)}`

function form(owner: Owner): Buffer {
  const field = (name: string, value: string) =>
    `--${MARK}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const file = `--${MARK}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${CSV}\r\n--${MARK}--\r\n`
  const fields = { portfolioId: owner.portfolioId, store: '1', importId: randomUUID(), version: '1' }
  return Buffer.from(
    Object.entries(fields)
      .map(([name, value]) => field(name, value))
      .join('') + file,
  )
}

/** Announces a whole body, sends a part of it and goes away. With `pieces` it says no length. */
function sendPart(origin: string, owner: Owner, part: number, pieces: boolean): Promise<void> {
  const body = form(owner)
  const length = pieces ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(body.length) }
  const headers = { cookie: owner.cookie, origin, 'content-type': `multipart/form-data; boundary=${MARK}`, ...length }
  return new Promise((resolve) => {
    const sent = request(`${origin}/api/positions-files`, { method: 'POST', agent: false, headers })
    sent.on('error', () => {})
    sent.on('close', resolve)
    sent.on('response', (answer) => answer.resume())
    sent.write(body.subarray(0, Math.floor(body.length * part)))
    // In pieces even a body that ends properly is cut: its form has no end.
    if (pieces) sent.end()
    else setTimeout(() => sent.destroy(), 150)
  })
}

async function cutUploads(origin: string, url: string, owner: Owner): Promise<{ tries: number; failures: string[] }> {
  const parts = [0, 0.05, 0.5, 0.9, 0.995]
  for (const part of parts) {
    await sendPart(origin, owner, part, false)
    await sendPart(origin, owner, part, true)
  }
  await pause(500)
  const [found] = await query<{ version: number; imports: number; rows: number }>(
    url,
    `SELECT p.version, (SELECT count(*)::int FROM "PositionsImport" WHERE "portfolioId" = p.id) AS imports,
      (SELECT count(*)::int FROM "Holding" h JOIN "Account" a ON a.id = h."accountId" WHERE a."portfolioId" = p.id AND h.symbol = 'PRB1') AS rows
     FROM "Portfolio" p WHERE p.id = $1`,
    [owner.portfolioId],
  )
  const clean = found?.version === 1 && found.imports === 0 && found.rows === 0
  return { tries: parts.length * 2, failures: clean ? [] : [`a cut upload left something: ${JSON.stringify(found)}`] }
}

const isConflict = (answer: Answer): boolean => answer.status === 409 || refusalOf(answer) === 'conflict'

/** Two tabs that saw the same version save at the same moment: one is stored, the other is told of it. */
async function twoTabs(origin: string, url: string): Promise<{ tries: number; failures: string[] }> {
  const failures: string[] = []
  const rounds = 8
  const owner = await newOwner(url)
  for (let version = 1; version <= rounds; version += 1) {
    const answers = await Promise.all([
      saveStep(origin, owner, version * 10, version),
      saveStep(origin, owner, version * 10 + 1, version),
    ])
    const fine = answers.filter(accepted).length === 1 && answers.filter(isConflict).length === 1
    if (!fine)
      failures.push(
        `two tabs: ${answers.map((answer) => `${answer.status} ${refusalOf(answer) ?? accepted(answer)}`).join(' and ')}`,
      )
  }
  const stale = await sendFile(origin, owner, CSV, { importId: randomUUID(), version: 1 })
  if (!isConflict(stale)) failures.push(`a stale import answered ${stale.status}`)
  return { tries: rounds * 2 + 1, failures }
}

export const cutAndStaleProbe = (name: string, databaseUrl: () => Promise<string | null>): Probe => ({
  name,
  run: async () => {
    const app = await startInstance(await newPlace(await databaseUrl()))
    try {
      const cut = await cutUploads(app.origin, app.databaseUrl, await newOwner(app.databaseUrl))
      const tabs = await twoTabs(app.origin, app.databaseUrl)
      return { tries: cut.tries + tabs.tries, failures: [...cut.failures, ...tabs.failures] }
    } finally {
      await app.kill()
    }
  },
})
