// Stand-ins for the price sources on one port, each under its name, in the forms in which they answer; a test says their prices.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const GOOD_TIINGO_KEY = 'a1'.repeat(20)
export const GOOD_ALPHA_KEY = 'ABCDEFGH12345678'

/** `price` stands in the answer as it is written here, digit by digit. */
export interface StubPrice {
  price: string
  currency?: string
  /** Today unless told. */
  date?: string
}

export const PRICE_STUBS = ['coinGecko', 'yahoo', 'tiingo', 'alphaVantage'] as const
export type PriceStub = (typeof PRICE_STUBS)[number]
/** How a source goes wrong; `note` is Alpha Vantage's way to say "too often", with the key in its words. */
export type PriceWrong = 'html' | 'broken' | 'hang' | 'tooMany' | 'cut' | 'redirect' | 'slow' | 'note'

interface Reply {
  status: number
  body: string
  headers?: Record<string, string>
}

type Prices = ReadonlyMap<string, StubPrice>

const today = (): string => new Date().toISOString().slice(0, 10)
const noonOf = (date: string): number => Date.parse(`${date}T17:00:00Z`) / 1000
const ok = (body: string): Reply => ({ status: 200, body })

function coinGecko(url: URL, prices: Prices): Reply {
  const money = (url.searchParams.get('vs_currencies') ?? '').split(',')
  const coins = (url.searchParams.get('ids') ?? '').split(',').flatMap((id) => {
    const known = prices.get(id)
    if (!known) return []
    const said = money.map((code) => `"${code}":${known.price}`)
    return [`"${id}":{${said.join()},"last_updated_at":${noonOf(known.date ?? today())}}`]
  })
  return ok(`{${coins.join()}}`)
}

function yahoo(url: URL, prices: Prices): Reply {
  const symbol = decodeURIComponent(url.pathname.split('/').at(-1) ?? '')
  const known = prices.get(symbol)
  if (!known) {
    const error = { code: 'Not Found', description: 'No data found, symbol may be delisted' }
    return { status: 404, body: JSON.stringify({ chart: { result: null, error } }) }
  }
  const { price, currency = 'USD', date = today() } = known
  const second = noonOf(date)
  const meta = `{"currency":"${currency}","symbol":"${symbol}","regularMarketTime":${second},"gmtoffset":-18000,"regularMarketPrice":${price},"priceHint":2}`
  return ok(`{"chart":{"result":[{"meta":${meta},"timestamp":[${second}],"indicators":{"quote":[{}]}}],"error":null}}`)
}

function tiingo(url: URL, prices: Prices, { headers }: IncomingMessage): Reply {
  if (headers.authorization !== `Token ${GOOD_TIINGO_KEY}`)
    return { status: 401, body: '{"detail":"Please supply a token"}' }
  const known = prices.get((url.pathname.split('/').at(-2) ?? '').toUpperCase())
  if (!known) return { status: 404, body: '{"detail":"Not found."}' }
  return ok(
    `[{"date":"${known.date ?? today()}T00:00:00.000Z","close":${known.price},"adjClose":${known.price},"volume":1}]`,
  )
}

function alphaVantage(url: URL, prices: Prices): Reply {
  if (url.searchParams.get('apikey') !== GOOD_ALPHA_KEY)
    return ok('{"Error Message":"the parameter apikey is invalid or missing."}')
  const symbol = url.searchParams.get('symbol') ?? ''
  const known = prices.get(symbol)
  if (!known) return ok('{"Global Quote":{}}')
  const day = known.date ?? today()
  return ok(
    `{"Global Quote":{"01. symbol":"${symbol}","05. price":"${known.price}","07. latest trading day":"${day}"}}`,
  )
}

const ANSWERS: Record<PriceStub, (url: URL, prices: Prices, request: IncomingMessage) => Reply> = {
  coinGecko,
  yahoo,
  tiingo,
  alphaVantage,
}

const HTML: Reply = { status: 200, body: '<!doctype html><title>Just a moment…</title>' }
const SLOW_MS = 300

function spoil(reply: Reply, wrong: PriceWrong | undefined, url: URL): Reply {
  if (wrong === 'html') return HTML
  if (wrong === 'broken') return { ...HTML, status: 503 }
  if (wrong === 'tooMany') return { ...HTML, status: 429, headers: { 'Retry-After': '120' } }
  if (wrong === 'redirect') return { ...HTML, status: 302, headers: { Location: 'http://169.254.169.254/latest' } }
  if (wrong === 'note')
    return ok(
      `{"Information":"We have detected your API key as ${url.searchParams.get('apikey')}: 25 requests per day."}`,
    )
  return wrong === 'cut' ? { ...reply, body: reply.body.slice(0, reply.body.length / 2) } : reply
}

export interface PriceStubs {
  origin: string
  /** The requests so far, path and query. */
  requests: string[]
  prices: Record<PriceStub, Map<string, StubPrice>>
  wrongs: Map<PriceStub, PriceWrong>
  clear: () => void
  stop: () => Promise<void>
}

export async function startPriceStubs(): Promise<PriceStubs> {
  const wrongs = new Map<PriceStub, PriceWrong>()
  const requests: string[] = []
  const prices = {
    coinGecko: new Map(),
    yahoo: new Map(),
    tiingo: new Map(),
    alphaVantage: new Map(),
  } as PriceStubs['prices']
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    requests.push(request.url ?? '')
    const url = new URL(request.url ?? '/', 'http://stub')
    const name = PRICE_STUBS.find((stub) => url.pathname.startsWith(`/${stub}/`))
    if (!name) return void response.writeHead(404).end()
    const wrong = wrongs.get(name)
    if (wrong === 'hang') return
    const { status, body, headers } = spoil(ANSWERS[name](url, prices[name], request), wrong, url)
    const send = () => response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
    setTimeout(send, wrong === 'slow' ? SLOW_MS : 0)
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    prices,
    wrongs,
    clear: () => {
      requests.length = 0
      wrongs.clear()
      for (const stub of PRICE_STUBS) prices[stub].clear()
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What the app is told in its environment to find them. */
export const priceAddresses = (origin: string): Record<string, string> => ({
  COIN_GECKO_BASE_URL: `${origin}/coinGecko/`,
  YAHOO_BASE_URL: `${origin}/yahoo/`,
  TIINGO_BASE_URL: `${origin}/tiingo/`,
  ALPHA_VANTAGE_BASE_URL: `${origin}/alphaVantage/`,
})
