import type { IsoDate } from '@/lib/core/units'
import { calendarDate } from '@/lib/formats/calendar-date'
import { type DecimalFault, readDecimal } from '@/lib/formats/exact-decimal'
import { type RequestIssue, type RequestIssueCode, requestIssue } from '@/lib/formats/plan-issues'

/** More than anyone reads; the rest is counted. */
const MOST_ISSUES = 10_000
export const LONGEST_NAME = 200
/** What is older was not bought by anyone alive. */
const FIRST_YEAR = '1900'

export type Json = Record<string, unknown>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Collects what is wrong with a request, so that all of it can be said at once. */
export class Findings {
  readonly list: RequestIssue[] = []
  refused = false
  #more = 0

  add(issue: RequestIssue): void {
    if (issue.severity === 'error') this.refused = true
    if (this.list.length < MOST_ISSUES) this.list.push(issue)
    else this.#more += 1
  }

  all(): RequestIssue[] {
    if (this.#more === 0) return this.list
    const more = requestIssue('issues.more', 'info', { subject: 'request', path: '' }, { count: String(this.#more) })
    return [...this.list, more]
  }
}

interface Range {
  least?: bigint
  most?: bigint
}

const FAULT_CODES: Record<DecimalFault, RequestIssueCode> = {
  notNumber: 'number.invalid',
  inexact: 'number.inexact',
  tooPrecise: 'number.tooPrecise',
  tooLarge: 'number.tooLarge',
}

/** One object of a request: reads a field, or notes what is wrong with it and answers null. Null in the JSON counts as absent. */
export class Row {
  constructor(
    readonly findings: Findings,
    readonly json: Json,
    readonly path: string,
    readonly subject: string,
  ) {}

  at(field: string): string {
    if (field === '') return this.path
    return this.path === '' ? field : `${this.path}.${field}`
  }

  fault(code: RequestIssueCode, field: string, values?: Record<string, string>): null {
    this.findings.add(requestIssue(code, 'error', { subject: this.subject, path: this.at(field) }, values))
    return null
  }

  wrong(field: string, expected: string): null {
    return this.fault('field.invalid', field, { field: field || this.path || 'it', expected })
  }

  /** Notes every field that the format does not know: a slip in a name must not pass for a default. */
  knowOnly(fields: ReadonlySet<string>): void {
    for (const field in this.json) {
      if (fields.has(field)) continue
      const place = { subject: this.subject, path: this.at(field) }
      this.findings.add(requestIssue('field.unknown', 'warning', place, { field }))
    }
  }

  name(field: string): string | null {
    const value = this.json[field]
    if (typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME) return value
    return value == null ? this.missing(field) : this.wrong(field, `a text of 1 to ${LONGEST_NAME} characters`)
  }

  missing(field: string): null {
    return this.fault('field.missing', field, { field })
  }

  /** A decimal as whole 10^-places; `absent` stands for a field that is not there, and null makes the field required. */
  decimal(field: string, places: number, absent: bigint | null, range: Range = {}): bigint | null {
    const value = this.json[field]
    if (value == null) return absent ?? this.missing(field)
    const read = readDecimal(value, places)
    if (typeof read === 'string') return this.fault(FAULT_CODES[read], field, { field, places: String(places) })
    return this.#within(field, read, places, range)
  }

  #within(field: string, value: bigint, places: number, { least, most }: Range): bigint | null {
    if ((least === undefined || value >= least) && (most === undefined || value <= most)) return value
    const text = (bound: bigint | undefined, none: string): string =>
      bound === undefined ? none : String(Number(bound) / 10 ** places)
    return this.fault('number.outOfRange', field, { field, least: text(least, 'any'), most: text(most, 'any') })
  }

  /** A whole JSON number; `absent` null makes it required. */
  whole(field: string, absent: number | null, most: number): number | null {
    const value = this.json[field]
    if (value == null) return absent ?? this.missing(field)
    // The sum makes a minus zero an ordinary one.
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value + 0
    return this.wrong(field, `a whole number from 0 to ${most}`)
  }

  flag(field: string): boolean {
    const value = this.json[field]
    if (value == null) return false
    if (typeof value !== 'boolean') this.wrong(field, 'true or false')
    return value === true
  }

  choice<T extends string>(field: string, options: readonly T[], absent: T | null): T | null {
    const value = this.json[field]
    if (value == null) return absent ?? this.missing(field)
    return options.find((option) => option === value) ?? this.wrong(field, `one of ${options.join(', ')}`)
  }

  date(field: string): IsoDate | null {
    const value = this.json[field]
    if (value == null) return this.missing(field)
    const date = typeof value === 'string' && value >= FIRST_YEAR ? calendarDate(value) : null
    return date ?? this.fault('date.invalid', field, { field })
  }

  /** The rows of a list, each as an object; one that is not an object is noted. */
  rows(field: string, required: boolean, subjectOf: (json: Json, path: string) => string): (Row | null)[] {
    const value = this.json[field]
    if (value == null) {
      if (required) this.missing(field)
      return []
    }
    if (!Array.isArray(value)) {
      this.wrong(field, 'a list')
      return []
    }
    return value.map((json: unknown, i) => {
      const path = `${this.at(field)}[${i}]`
      if (isObject(json)) return new Row(this.findings, json, path, subjectOf(json, path))
      return new Row(this.findings, {}, path, path).wrong('', 'an object')
    })
  }

  /** An object inside this one; an absent one is empty, so that every default holds. */
  inner(field: string): Row | null {
    const value = this.json[field] ?? {}
    if (!isObject(value)) return this.wrong(field, 'an object')
    return new Row(this.findings, value, this.at(field), field)
  }
}
