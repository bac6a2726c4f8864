import { randomUUID } from 'node:crypto'
import { request as send } from 'node:http'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { findBook } from '@/lib/db/book'
import { newPortfolio } from '@/lib/db/test-users'

const MOST = 5_242_880
const ADDRESS = '/api/positions-files'
const FILE = 'Account Name,Symbol,Quantity,Price,Value\nMine,VTI,2,100,200\nMine,NEWCO,3,10,30\n'

/** The parts of a form as they go over the wire. */
function body(fields: Record<string, string>, file: string): { type: string; bytes: Buffer } {
  const mark = `----${randomUUID()}`
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${mark}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const last = `--${mark}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${file}\r\n--${mark}--\r\n`
  return { type: `multipart/form-data; boundary=${mark}`, bytes: Buffer.from(parts.join('') + last) }
}

/** A request as a client sends it that keeps to no rule: in pieces, without its length, or with a body that ends early. */
async function raw(
  page: Page,
  baseURL: string | undefined,
  headers: Record<string, string>,
  pieces: Buffer[],
  end = true,
): Promise<{ status: number; text: string }> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  return new Promise((resolve, reject) => {
    const sent = send(
      `${baseURL}${ADDRESS}`,
      { method: 'POST', agent: false, headers: { cookie, origin: baseURL ?? '', ...headers } },
      (answer) => {
        let text = ''
        answer.on('data', (piece) => {
          text += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      },
    )
    let answered = false
    sent.on('response', () => {
      answered = true
    })
    sent.on('error', (error) => (answered ? undefined : reject(error)))
    for (const piece of pieces) sent.write(piece)
    if (end) sent.end()
    else setTimeout(() => sent.destroy(), 500)
  })
}

test('reads and stores files by the form alone, and refuses what is too long, cut, foreign or of nobody', async ({
  page,
  user,
  enter,
  baseURL,
}) => {
  await enter(page, user)
  const portfolioId = await newPortfolio(user.id)
  const shown = body({ portfolioId }, FILE)
  const headers = (type: string) => ({ 'content-type': type })

  const preview = await raw(page, baseURL, headers(shown.type), [shown.bytes])
  expect(preview.status).toBe(200)
  expect(JSON.parse(preview.text)).toMatchObject({ preview: { version: 1, counts: { rows: 3, imported: 2 } } })

  const stated = await raw(page, baseURL, { ...headers(shown.type), 'content-length': String(MOST + 1) }, [])
  expect(stated).toMatchObject({ status: 413 })
  expect(JSON.parse(stated.text)).toEqual({ error: 'tooLong', mostBytes: MOST })
  const long = body({ portfolioId }, 'x'.repeat(MOST))
  expect(
    await raw(page, baseURL, { ...headers(long.type), 'transfer-encoding': 'chunked' }, [long.bytes]),
  ).toMatchObject({ status: 413, text: expect.stringContaining('tooLong') })

  const order = { portfolioId, store: '1', version: '1', importId: randomUUID() }
  const stored = body(order, FILE)
  const cut = stored.bytes.subarray(0, -50)
  expect(await raw(page, baseURL, { ...headers(stored.type), 'transfer-encoding': 'chunked' }, [cut])).toMatchObject({
    status: 400,
  })
  const length = { ...headers(stored.type), 'content-length': String(stored.bytes.length) }
  await expect(raw(page, baseURL, length, [cut], false)).rejects.toThrow()
  expect(
    await raw(page, baseURL, { ...headers(stored.type), origin: 'http://elsewhere.test' }, [stored.bytes]),
  ).toMatchObject({ status: 403 })
  expect(await raw(page, baseURL, { ...headers(stored.type), cookie: '' }, [stored.bytes])).toMatchObject({
    status: 401,
  })
  expect((await findBook(user.id, portfolioId))?.holdings).toEqual([])

  const lines = await raw(page, baseURL, { ...headers(stored.type), accept: 'application/x-ndjson' }, [stored.bytes])
  const steps = lines.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect([...new Set(steps.map(({ phase }) => phase))]).toEqual(['read', 'decide', 'store', 'answer'])
  expect(steps.at(-1)).toMatchObject({
    status: 200,
    answer: { done: { importId: order.importId, changes: { add: 2, newAccounts: 1 } } },
  })
  expect((await findBook(user.id, portfolioId))?.holdings.map(({ symbol }) => symbol)).toEqual(['VTI', 'NEWCO'])
  const twice = await raw(page, baseURL, headers(stored.type), [stored.bytes])
  expect(JSON.parse(twice.text)).toMatchObject({ done: { importId: order.importId } })
  const late = body({ ...order, importId: randomUUID() }, FILE.replace('200', '201'))
  expect(await raw(page, baseURL, headers(late.type), [late.bytes])).toMatchObject({ status: 409 })
  expect((await findBook(user.id, portfolioId))?.version).toBe(2)
})

test("does not find another user's portfolio", async ({ page, user, anotherUser, enter, baseURL }) => {
  await enter(page, user)
  const portfolioId = await newPortfolio(anotherUser.id)
  const order = body({ portfolioId, store: '1', version: '1', importId: randomUUID() }, FILE)
  expect(await raw(page, baseURL, { 'content-type': order.type }, [order.bytes])).toMatchObject({ status: 404 })
  expect((await findBook(anotherUser.id, portfolioId))?.version).toBe(1)
})
