import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { type CrashApp, startCrashApp } from '@/e2e/crash-app'
import { expect, test } from '@/e2e/fixtures'
import { cellOf, rowOf } from '@/e2e/grid'
import { t } from '@/e2e/texts'
import { freePort } from '@/scripts/steps/free-port.mjs'

const ROUNDS = 6
const SOONEST_MS = 50
const LATEST_MS = 1_500

/** What a save of a holding with its lots sends, learned from the page itself. */
interface Save {
  url: string
  headers: Record<string, string>
  input: { id: string; version: number; lots: { quantity: string }[]; quantity: string }
}

/** A step writes its number into every lot and their total into the holding: half a step cannot be mistaken for a whole one. */
const bodyOf = ({ input }: Save, step: number, version: number): string => {
  const lots = input.lots.map((lot) => ({ ...lot, quantity: String(step) }))
  return JSON.stringify([{ ...input, version, lots, quantity: String(step * lots.length) }])
}

/** Makes a demo, changes a lot of it by hand, and keeps the request. */
async function learnSave(page: Page, origin: string): Promise<Save> {
  await page.goto(`${origin}/login`)
  await page.getByRole('button', { name: t('auth.demo.start') }).click()
  await page.waitForURL(/\/[\da-f-]{36}$/)
  await page.goto(`${page.url()}/holdings`)
  await (await cellOf(page, rowOf(page, 'VTI'), 'lots')).click()
  const field = t('holdings.lots.field', { field: t('holdings.column.quantity'), number: 1 })
  await page.getByRole('textbox', { name: field }).fill('1000')
  await page.getByRole('textbox', { name: field }).press('Enter')
  const sent = page.waitForRequest((request) => request.postData()?.includes('"lots":[{') ?? false)
  await page.getByRole('button', { name: t('holdings.lots.setQuantity') }).click()
  const request = await sent
  expect((await request.response())?.status()).toBe(200)
  const { 'content-length': _, ...headers } = await request.allHeaders()
  const [input] = JSON.parse(request.postData() ?? '') as [Save['input']]
  await page.close()
  return { url: request.url(), headers, input }
}

/** Saves one step; true once the server has acknowledged it, false when the answer never came. */
async function send(save: Save, step: number, version: number): Promise<boolean> {
  try {
    const answer = await fetch(save.url, { method: 'POST', headers: save.headers, body: bodyOf(save, step, version) })
    const text = await answer.text()
    expect(text, 'a save that is answered was accepted').toContain('"ok":true')
    return true
  } catch (error) {
    if (error instanceof TypeError) return false // the connection broke
    throw error
  }
}

interface Stored {
  version: number
  step: number
}

/** The step that is stored; fails when the rows are of two steps. */
async function readStored({ databaseUrl }: CrashApp, { input }: Save): Promise<Stored> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const holding = await client.query('SELECT version, quantity::float8 AS quantity FROM "Holding" WHERE id = $1', [
    input.id,
  ])
  const lots = await client.query('SELECT quantity::float8 AS quantity FROM "Lot" WHERE "holdingId" = $1', [input.id])
  await client.end()
  const steps = lots.rows.map(({ quantity }) => Number(quantity))
  const step = steps[0] ?? 0
  expect(steps, 'every lot is of one step').toEqual(input.lots.map(() => step))
  expect(Number(holding.rows[0]?.quantity), 'the holding is of the step of its lots').toBe(step * input.lots.length)
  return { version: Number(holding.rows[0]?.version), step }
}

/** Saves step after step from what is stored until the app is gone; answers the last one that was acknowledged. */
async function saveUntilKilled(app: CrashApp, save: Save, from: Stored): Promise<Stored> {
  const acknowledged = { ...from }
  let killed: Promise<void> | null = null
  while (await send(save, acknowledged.step + 1, acknowledged.version)) {
    acknowledged.step += 1
    acknowledged.version += 1
    if (killed) continue
    const after = SOONEST_MS + Math.random() * (LATEST_MS - SOONEST_MS)
    killed = new Promise((resolve) => setTimeout(resolve, after)).then(app.kill)
  }
  await killed
  return acknowledged
}

test('killed while it saves, the app starts again with each save whole and none lost that it had acknowledged', async ({
  openBrowser,
}) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-crash-'))
  const port = await freePort()
  let app = await startCrashApp(folder, port)
  try {
    const save = await learnSave(await openBrowser(), app.origin)
    const first = { step: 1, version: save.input.version + 1 }
    expect(await send(save, first.step, first.version)).toBe(true)
    let stored = await readStored(app, save)
    expect(stored).toEqual({ step: 1, version: first.version + 1 })
    for (let round = 1; round <= ROUNDS; round += 1) {
      const acknowledged = await saveUntilKilled(app, save, stored)
      expect(acknowledged.step, 'something was saved').toBeGreaterThan(stored.step)
      app = await startCrashApp(folder, port)
      stored = await readStored(app, save)
      const ahead = stored.step - acknowledged.step
      expect([0, 1], `round ${round}: the last acknowledged step, or the one that was on its way`).toContain(ahead)
      expect(stored.version).toBe(acknowledged.version + ahead)
    }
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
