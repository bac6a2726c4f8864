/**
 * JSON read with the place of each value, and with numbers as the digits that stand in the file: what `JSON.parse` cannot give. Strict as
 * `JSON.parse` is, except that nesting is limited.
 */
export type JsonNode = { from: number; to: number } & (
  | { kind: 'object'; fields: ReadonlyMap<string, JsonNode> }
  | { kind: 'array'; items: readonly JsonNode[] }
  | { kind: 'string' | 'number'; text: string }
  | { kind: 'word'; text: 'true' | 'false' | 'null' }
)

const DEEPEST = 64
const SPACE = /[ \t\r\n]*/y
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/** Null for what is not JSON. */
export function parseJsonNodes(text: string): JsonNode | null {
  const source: Source = { text, at: text.startsWith('\uFEFF') ? 1 : 0 }
  const node = valueAt(source, 0)
  space(source)
  return node && source.at === text.length ? node : null
}

interface Source {
  readonly text: string
  at: number
}

function take(source: Source, pattern: RegExp): string | null {
  pattern.lastIndex = source.at
  const found = pattern.exec(source.text)?.[0] ?? null
  if (found !== null) source.at += found.length
  return found
}

const space = (source: Source): string | null => take(source, SPACE)

function accept(source: Source, mark: string): boolean {
  space(source)
  if (source.text[source.at] !== mark) return false
  source.at += 1
  return true
}

function valueAt(source: Source, depth: number): JsonNode | null {
  space(source)
  const from = source.at
  if (depth > DEEPEST) return null
  if (accept(source, '{')) return objectAt(source, from, depth)
  if (accept(source, '[')) return arrayAt(source, from, depth)
  const string = stringAt(source)
  if (string !== null) return { kind: 'string', text: string, from, to: source.at }
  const number = take(source, NUMBER)
  if (number !== null) return { kind: 'number', text: number, from, to: source.at }
  const word = take(source, WORD) as 'true' | 'false' | 'null' | null
  return word === null ? null : { kind: 'word', text: word, from, to: source.at }
}

function stringAt(source: Source): string | null {
  const quoted = source.text[source.at] === '"' ? take(source, STRING) : null
  if (quoted === null) return null
  try {
    return JSON.parse(quoted) as string
  } catch {
    return null
  }
}

function objectAt(source: Source, from: number, depth: number): JsonNode | null {
  const fields = new Map<string, JsonNode>()
  if (accept(source, '}')) return { kind: 'object', fields, from, to: source.at }
  do {
    space(source)
    const name = stringAt(source)
    const value = name !== null && accept(source, ':') ? valueAt(source, depth + 1) : null
    if (name === null || value === null) return null
    fields.set(name, value)
  } while (accept(source, ','))
  return accept(source, '}') ? { kind: 'object', fields, from, to: source.at } : null
}

function arrayAt(source: Source, from: number, depth: number): JsonNode | null {
  const items: JsonNode[] = []
  if (accept(source, ']')) return { kind: 'array', items, from, to: source.at }
  do {
    const item = valueAt(source, depth + 1)
    if (item === null) return null
    items.push(item)
  } while (accept(source, ','))
  return accept(source, ']') ? { kind: 'array', items, from, to: source.at } : null
}

/** A field of an object; null when it is missing or the node is none. */
export function fieldOf(node: JsonNode | null, name: string): JsonNode | null {
  return node?.kind === 'object' ? (node.fields.get(name) ?? null) : null
}

export const itemsOf = (node: JsonNode | null): readonly JsonNode[] => (node?.kind === 'array' ? node.items : [])

/** The text of a string or of a number's digits; empty for anything else. */
export const textOf = (node: JsonNode | null): string =>
  node?.kind === 'string' || node?.kind === 'number' ? node.text : ''
