// The app under test, and how it is asked.
import { actionId } from '@/scripts/probes/action-id'

export interface Site {
  /** As its visitors see it. */
  origin: string
  /** Where it answers, if that is another address. */
  address?: string
  databaseUrl: string
  secret: string
}

export interface Answer {
  status: number
  headers: Headers
  text: string
}

interface Asked {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer> | FormData
}

/** Asks as a browser on a page of the site would, and follows nothing. */
export async function ask(
  site: Site,
  path: string,
  { method = 'GET', cookie, headers, body }: Asked = {},
): Promise<Answer> {
  const own = { ...(method !== 'GET' && { Origin: site.origin }), ...(cookie && { Cookie: cookie }), ...headers }
  const init = { method, headers: own, redirect: 'manual' as const, ...(body !== undefined && { body }) }
  const answer = await fetch((site.address ?? site.origin) + path, init)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** Values as a browser writes them into an action's body: bigints and what is undefined have signs of their own. */
export function argumentsText(values: unknown[]): string {
  return JSON.stringify(values, (_, value: unknown) => {
    if (typeof value === 'bigint') return `$n${value}`
    return typeof value === 'string' && value.startsWith('$') ? `$${value}` : value
  })
}

/** What an action answered: the refusal's code, `done`, or null where the answer is none of an action. */
export function outcomeOf({ text }: Answer): string | null {
  const answered = /"ok":(?:true|false,"code":"(\w+)")/.exec(text)
  return answered ? (answered[1] ?? 'done') : null
}

export function callAction(site: Site, name: string, cookie: string | undefined, body: string, path = '/portfolios') {
  const headers = {
    'Next-Action': actionId(name),
    'Content-Type': 'text/plain;charset=UTF-8',
    Accept: 'text/x-component',
  }
  return ask(site, path, { method: 'POST', headers, body, ...(cookie && { cookie }) })
}

const INNARDS = [
  /\n\s+at .+:\d+:\d+/,
  /node_modules/,
  /\bPrisma(?:Client)?\w*/,
  /\bSELECT .{1,80}\bFROM\b/,
  /violates \w+(?:-\w+)* constraint/,
  /ECONNREFUSED|ENOENT/,
  /\/\.next\//,
]

/** What of the inside an answer shows, or null. */
export function innardsIn(text: string): string | null {
  const places = [...INNARDS, new RegExp(process.cwd().replaceAll(/[^\w]/g, '\\$&'))]
  return places.map((place) => place.exec(text)?.[0]).find((found) => found !== undefined) ?? null
}
