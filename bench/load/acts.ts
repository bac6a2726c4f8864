import { randomUUID } from 'node:crypto'
import type { Act } from '@/bench/load/drive'
import { send } from '@/bench/load/send'
import type { LoadUser } from '@/bench/load/users'
import { NO_CHOICES } from '@/lib/core/positions-import'
import { actionId } from '@/scripts/probes/action-id'

const BOUNDARY = 'tidemark-load'

/** A page that has to come whole: the status alone would take an error page for one. */
function view(name: string, address: string, cookie: string): Act {
  const headers = { Cookie: cookie, Accept: 'text/html' }
  return {
    name,
    run: async () => {
      const { status, text } = await send(address, { headers })
      return status === 200 && text.includes('</html>')
    },
  }
}

export const viewBare = (origin: string): Act => view('bare page', `${origin}/`, '')

export const viewOverview = (origin: string, { portfolioId, cookie }: LoadUser): Act =>
  view('overview', `${origin}/${portfolioId}`, cookie)

export const previewPlan = (origin: string, { portfolioId, cookie }: LoadUser): Act =>
  view('plan preview', `${origin}/${portfolioId}/rebalance?mode=full`, cookie)

/** Saves another quantity of one holding, as the grid does at each Enter; after an import of the same user once more on top of it. */
export function saveHolding(origin: string, { portfolioId, holdingId, cookie }: LoadUser): Act {
  let version = 1
  const headers = {
    Cookie: cookie,
    Origin: origin,
    'Next-Action': actionId('editHoldingAction'),
    'Content-Type': 'text/plain;charset=UTF-8',
  }
  const save = async () => {
    const fields = { quantity: String(10 + (version % 50)) }
    const body = JSON.stringify([{ portfolioId, id: holdingId, version, fields }])
    const { status, text } = await send(`${origin}/${portfolioId}/holdings`, { method: 'POST', headers, body })
    const saved = status === 200 && text.includes('"ok":true')
    const newer = /"code":"conflict".*?"version":(\d+)/.exec(text)?.[1]
    version = newer === undefined ? version + Number(saved) : Number(newer)
    return newer === undefined ? saved : null
  }
  return { name: 'save', run: async () => (await save()) ?? (await save()) ?? false }
}

const part = (name: string, value: string, file = ''): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n${value}\r\n`

/** Exports the holdings, changes a price in the file, and imports it again: a preview and a transaction. */
export function importFile(origin: string, { portfolioId, cookie }: LoadUser): Act {
  let round = 0
  const headers = { Cookie: cookie, Origin: origin, 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` }
  const post = (csv: string, more = '') => {
    const given =
      part('portfolioId', portfolioId) + part('choices', JSON.stringify(NO_CHOICES)) + part('mappings', '{}')
    const body = `${given}${more}${part('file', csv, 'holdings.csv')}--${BOUNDARY}--\r\n`
    return send(`${origin}/api/positions-files`, { method: 'POST', headers, body })
  }
  return {
    name: 'import',
    run: async () => {
      round += 1
      const exported = await send(`${origin}/api/export/holdings/${portfolioId}?format=csv`, {
        headers: { Cookie: cookie },
      })
      const csv = exported.text.replace(/,LD1,([^,]*),([^,]*),\d+,/, `,LD1,$1,$2,${20 + (round % 9)},`)
      const seen = await post(csv)
      const version = /"version":(\d+)/.exec(seen.text)?.[1]
      if (seen.status !== 200 || !version) return false
      const stored = part('store', '1') + part('importId', randomUUID()) + part('version', version)
      const done = await post(csv, stored)
      // A save of the same user in between is answered with a new preview: that is right, and no error.
      return done.status === 200 || done.status === 409
    },
  }
}

/** Tries a wrong password, again and again: after a few it is refused without any work. */
export function floodLogin(origin: string, email: string): Act {
  let form: { token: string; cookie: string } | null = null
  const open = async () => {
    const { text, headers } = await send(`${origin}/api/auth/csrf`)
    const cookie = [headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
    return { token: (JSON.parse(text) as { csrfToken: string }).csrfToken, cookie: cookie.join('; ') }
  }
  return {
    name: 'wrong password',
    run: async () => {
      form ??= await open()
      const body = new URLSearchParams({
        csrfToken: form.token,
        email,
        password: randomUUID(),
        json: 'true',
      }).toString()
      const headers = { Cookie: form.cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' }
      const { status } = await send(`${origin}/api/auth/callback/password`, { method: 'POST', headers, body })
      return status < 500
    },
  }
}
