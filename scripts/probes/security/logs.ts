// What the app printed while the other probes were at it: ids and codes, and nothing that anybody typed or owns.
import { readFileSync } from 'node:fs'
import type { Probe } from '@/scripts/probes/probe'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const WORDS = /^[\w.:/()[\] -]{0,120}$/
const SENTENCE = /^[\w '.,:()-]{1,200}$/
/** A place in the code. */
const PLACE = /^[\w$.<>\s/()[\]:@+~-]{1,300}$/
const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0
const fits = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value)

/** What an entry may hold, and in which form. */
const FIELDS: Record<string, (value: unknown) => boolean> = {
  level: isCount,
  ms: isCount,
  time: (value) => !Number.isNaN(Date.parse(String(value))),
  msg: fits(SENTENCE),
  at: fits(PLACE),
  ...Object.fromEntries(['requestId', 'userId', 'jobId'].map((name) => [name, fits(UUID)])),
  ...Object.fromEntries(
    ['route', 'method', 'status', 'outcome', 'code', 'digest', 'kind', 'job', 'what'].map((name) => [
      name,
      fits(WORDS),
    ]),
  ),
}
/** Without a mail server the log is where a link is handed out, on purpose. */
const HANDED_OUT = /^This installation sends no mail\./

/** In no line, whoever printed it. */
const NEVER: [what: string, form: RegExp][] = [
  ['an address', /[\w.+-]+@[\w-]+\.\w{2,}/],
  ['a password hash', /\$argon2/],
  ['a token', /\btdm_[\w-]{20}|\beyJ[\w-]{10,}\.|Bearer \S{8}/],
  ['a cookie', /tidemark\.session=/],
  ['a query of the database', /\b(SELECT .{1,80} FROM|INSERT INTO|invocation in)\b/],
  ['what an error said', /^\s*\w*Error: /],
]

/** What is wrong with each line of a log, with the line's beginning; empty when nothing is. */
export function strangeLines(printed: string): string[] {
  return printed.split('\n').flatMap((line) => {
    const wrong = whatIsWrong(line)
    return wrong ? [`${wrong}: ${line.slice(0, 160)}`] : []
  })
}

function whatIsWrong(line: string): string | null {
  const entry = line.startsWith('{') ? (JSON.parse(line) as Record<string, unknown>) : {}
  const handedOut = HANDED_OUT.test(String(entry.msg ?? ''))
  for (const [name, value] of Object.entries(entry)) {
    if (handedOut && name === 'link') continue
    if (!FIELDS[name]?.(value)) return `the field ${name}`
  }
  return NEVER.find(([, form]) => form.test(line))?.[0] ?? null
}

/** Reads what the app has printed into a file so far; the last probe, after all that could make it say too much. */
export const quietLog = (path: string): Probe => ({
  name: 'the log holds ids and codes only',
  run: async () => {
    const printed = readFileSync(path, 'utf8')
    return { tries: printed.split('\n').filter((line) => line.startsWith('{')).length, failures: strangeLines(printed) }
  },
})
