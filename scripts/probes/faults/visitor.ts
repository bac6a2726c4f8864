// What a signed-in browser sends, without the browser: pages, server actions and forms.
import { randomUUID } from 'node:crypto'
import { actionId } from '@/scripts/probes/action-id'
import type { Owner } from '@/scripts/probes/faults/book'

export interface Answer {
  /** 0 when no answer came: the connection was refused or broke. */
  status: number
  /** The system's word for that. */
  broke: string | null
  text: string
  /** Milliseconds. */
  took: number
}

const PATIENCE_MS = 30_000

interface Sent {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: BodyInit
}

/** Sends one request; whatever happens is an answer. */
export async function send(
  origin: string,
  owner: Pick<Owner, 'cookie'>,
  { path, method = 'GET', headers, body }: Sent,
): Promise<Answer> {
  const began = performance.now()
  const answer = (status: number, text: string, broke: string | null = null): Answer => ({
    ...{ status, text, broke },
    took: performance.now() - began,
  })
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie: owner.cookie, origin, ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body }),
    })
    return answer(response.status, await response.text())
  } catch (error) {
    const { name, cause } = error as { name: string; cause?: { code?: string } }
    return answer(0, '', cause?.code ?? name)
  }
}

/** Calls a server action as the page at `path` would, with its one argument. */
export function act(origin: string, owner: Owner, path: string, name: string, input: unknown): Promise<Answer> {
  const headers = {
    'Next-Action': actionId(name),
    Accept: 'text/x-component',
    'Content-Type': 'text/plain;charset=UTF-8',
  }
  return send(origin, owner, { path, method: 'POST', headers, body: JSON.stringify([input]) })
}

/** True for an action's answer that says that it was done. */
export const accepted = ({ status, text }: Answer): boolean => status === 200 && text.includes('"ok":true')

/** An action's refusal by its code, or null. */
export const refusalOf = ({ text }: Answer): string | null => /"ok":false,"code":"(\w+)"/.exec(text)?.[1] ?? null

/** Sends a file of positions: with `order` to store it, else to see what it would do. */
export function sendFile(
  origin: string,
  owner: Owner,
  csv: string,
  order: { importId: string; version: number } | null,
): Promise<Answer> {
  const form = new FormData()
  form.set('portfolioId', owner.portfolioId)
  if (order) {
    form.set('store', '1')
    form.set('importId', order.importId)
    form.set('version', String(order.version))
  }
  form.set('file', new File([csv], 'positions.csv', { type: 'text/csv' }))
  return send(origin, owner, { path: '/api/positions-files', method: 'POST', body: form })
}

/** The fingerprint of the plan that the page of a portfolio's plan shows. */
export async function planHash(origin: string, owner: Owner): Promise<string | null> {
  const { text } = await send(origin, owner, { path: `/${owner.portfolioId}/rebalance?mode=full` })
  return /inputHash\\?":\\?"(sha256:[\da-f]{64})/.exec(text)?.[1] ?? null
}

/** What that page asks for: sales too, and the rest as before anybody touched it. */
const CHOICES = {
  ...{ mode: 'full', flow: 'invest', amount: '', to: 'adopted', min: '0', age: '7', short: '37', long: '20' },
  ...{ fee: '0', spread: '0', cap: '', tax: '1', credit: '0', net: '', pick: 'keep', loc: '0' },
}

/** Saves the plan that the page shows, under an id of its own. */
export function savePlan(origin: string, owner: Owner, inputHash: string, id = randomUUID()): Promise<Answer> {
  const { portfolioId, accountId } = owner
  const text = { ...CHOICES, account: accountId }
  const input = { id, portfolioId, name: `Plan ${id.slice(0, 8)}`, text, inputHash, seen: null }
  return act(origin, owner, `/${portfolioId}/rebalance`, 'savePlanAction', input)
}

/** Writes a number into every lot of the owner's first holding, and their total into the holding. */
export function saveStep(origin: string, owner: Owner, step: number, version: number): Promise<Answer> {
  const { portfolioId, holdingId, lotIds } = owner
  const lots = lotIds.map((id) => ({ id, quantity: String(step), unitCost: '100', acquired: '2020-01-02' }))
  const input = { portfolioId, id: holdingId, version, lots, quantity: String(step * lots.length) }
  return act(origin, owner, `/${portfolioId}/holdings`, 'editLotsAction', input)
}
