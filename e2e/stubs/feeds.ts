// Stand-ins for the public data sources on one port, each under its feed's name; a test says which of them go wrong, and how.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fredApi, fredCsv } from '@/e2e/stubs/fred'
import { newYork } from '@/e2e/stubs/new-york'
import { treasury } from '@/e2e/stubs/treasury'
import { FEEDS, type Feed } from '@/lib/core/feed-series'

const WRONGS = [
  'xml',
  'html',
  'tooMany',
  'hang',
  'slow',
  'broken',
  'redirect',
  'cut',
  'dots',
  'billions',
  'billionsUnsaid',
] as const
/** How a feed goes wrong. `billions` says so in its units, `billionsUnsaid` does not; `cut` breaks off in the middle. */
export type Wrong = (typeof WRONGS)[number]

export interface Reply {
  status: number
  type: string
  body: string
  headers?: Record<string, string>
}

const ANSWERS: Record<Feed, (url: URL, wrong: Wrong | null) => Reply> = {
  fredApi,
  fredCsv,
  nyFed: newYork,
  treasury,
}

const HTML: Reply = { status: 200, type: 'text/html', body: '<!doctype html><title>Just a moment…</title>' }
const SLOW_MS = 400

function spoil(reply: Reply, wrong: Wrong | null): Reply {
  if (wrong === 'html') return HTML
  if (wrong === 'tooMany') return { ...HTML, status: 429, headers: { 'Retry-After': '120' } }
  if (wrong === 'broken') return { ...HTML, status: 503 }
  if (wrong === 'redirect') return { ...HTML, status: 302, headers: { Location: 'http://169.254.169.254/latest' } }
  return wrong === 'cut' ? { ...reply, body: reply.body.slice(0, reply.body.length / 2) } : reply
}

export interface FeedStubs {
  origin: string
  /** The requests so far, path and query. */
  requests: string[]
  /** From now on this feed goes wrong so; null heals it. */
  set: (feed: Feed, wrong: Wrong | null) => void
  heal: () => void
  stop: () => Promise<void>
}

/** Starts them on a port, or on any that is free. */
export async function startFeedStubs(port = 0): Promise<FeedStubs> {
  const wrongs = new Map<Feed, Wrong>()
  const requests: string[] = []
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    requests.push(request.url ?? '')
    const url = new URL(request.url ?? '/', 'http://stub')
    const feed = FEEDS.find((name) => url.pathname.startsWith(`/${name}/`))
    if (!feed) return void response.writeHead(404).end()
    url.pathname = url.pathname.slice(feed.length + 1)
    const wrong = wrongs.get(feed) ?? null
    if (wrong === 'hang') return
    const { status, type, body, headers } = spoil(ANSWERS[feed](url, wrong), wrong)
    const send = () => response.writeHead(status, { 'Content-Type': type, ...headers }).end(body)
    setTimeout(send, wrong === 'slow' ? SLOW_MS : 0)
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    set: (feed, wrong) => void (wrong ? wrongs.set(feed, wrong) : wrongs.delete(feed)),
    heal: () => wrongs.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What the app is told in its environment to find them. */
export const feedAddresses = (origin: string): Record<string, string> => ({
  FRED_BASE_URL: `${origin}/fredApi/`,
  FRED_CSV_BASE_URL: `${origin}/fredCsv/`,
  NY_FED_BASE_URL: `${origin}/nyFed/`,
  TREASURY_BASE_URL: `${origin}/treasury/`,
})
