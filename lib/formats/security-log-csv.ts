import { csvLine } from '@/lib/formats/csv-line'
import { neutralised } from '@/lib/formats/csv-text'

/** One event in words; `at` is ISO 8601 in UTC. Detail and browser are others' text: a stranger chooses what a failed login calls itself. */
export interface LoggedEvent {
  at: string
  kind: string
  what: string
  detail: string
  address: string
  browser: string
}

const BOM = '\uFEFF'
const COLUMNS = ['at', 'kind', 'what', 'detail', 'address', 'browser'] as const

/** The log as CSV, with the heads that are given; a byte order mark makes spreadsheets read it as UTF-8. */
export function securityLogCsv(heads: Record<keyof LoggedEvent, string>, events: readonly LoggedEvent[]): string {
  const lines = events.map((event) => csvLine(COLUMNS.map((column) => neutralised(event[column]))))
  return BOM + csvLine(COLUMNS.map((column) => heads[column])) + lines.join('')
}
