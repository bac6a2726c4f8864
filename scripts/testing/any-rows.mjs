// Rows for every table of a database, whatever its migration: as its catalogue describes them, with texts that are hard to carry.
import { describeTables, quoted } from '../backup/tables.mjs'

/** @typedef {() => number} Random from 0 to below 1 */
/** @typedef {import('pg').ClientBase} Client */

const TEXTS = [
  '',
  'VTI',
  '人民币 货币基金',
  'a"b\\c',
  "O'Brien; --",
  'line\nbreak\ttab\r',
  '𝟙 🪙',
  '=1+1',
  '\\x00',
  '{}',
  'NULL',
  ' ',
]

/** @template T @param {Random} random @param {readonly T[]} items @returns {T} */
const pick = (random, items) => /** @type {T} */ (items[Math.floor(random() * items.length)])

/** @param {Random} random @param {number} length */
const hex = (random, length) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')

/** @param {Random} random */
const uuid = (random) => `${hex(random, 8)}-${hex(random, 4)}-7${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}`

/** @param {Random} random @param {number} most */
const digits = (random, most) =>
  String(1 + Math.floor(random() * 9)) + hex(random, Math.floor(random() * most)).replace(/\D/g, '7')

/** @param {Random} random */
const instant = (random) => new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 3e11)).toISOString()

/** @type {[pattern: RegExp, make: (random: Random, unique: string, type: string) => string][]} */
const MAKERS = [
  [/^uuid$/, (random) => uuid(random)],
  [/^(text$|character varying)/, (random, unique) => pick(random, TEXTS) + unique],
  [
    /^text\[\]$/,
    (random) =>
      `{${TEXTS.slice(1, 1 + Math.floor(random() * 6))
        .map((text) => JSON.stringify(text))
        .join(',')}}`,
  ],
  [/^integer$/, (random) => String(Math.floor(random() * 2 ** 31))],
  [/^bigint$/, (random) => digits(random, 17)],
  [/^double precision$/, (random) => String(random() * 1e12)],
  [/^numeric/, (random, _, type) => numeric(random, type)],
  [/^boolean$/, (random) => String(random() < 0.5)],
  [/^timestamp/, (random) => instant(random)],
  [/^date$/, (random) => instant(random).slice(0, 10)],
  [
    /^jsonb?$/,
    (random) => JSON.stringify({ text: pick(random, TEXTS), list: [random(), null, { deep: digits(random, 25) }] }),
  ],
  [/^bytea$/, (random) => `\\x${hex(random, 2 * Math.floor(random() * 40))}`],
]

/** @param {Random} random @param {string} type */
function numeric(random, type) {
  const [, precision = 20, scale = 4] = /\((\d+),(\d+)\)/.exec(type)?.map(Number) ?? []
  return `${digits(random, precision - scale - 1)}.${digits(random, scale - 1)}`
}

const DETAILS = `
  SELECT c.relname || '.' || a.attname AS name, a.attnotnull AS required,
    (SELECT p.relname FROM pg_constraint k JOIN pg_class p ON p.oid = k.confrelid
     WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum]) AS parent,
    (SELECT array_agg(e.enumlabel::text) FROM pg_enum e WHERE e.enumtypid = a.atttypid) AS labels
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`

/** A run that has not ended exists once for each user at most. */
const ALWAYS_SAID = new Set(['finishedAt'])

/**
 * Puts up to `most` rows into every table, at least one into each.
 * @param {Client} client @param {Random} random @param {number} most
 */
export async function fillTables(client, random, most) {
  const { rows } = await client.query(DETAILS)
  const details = new Map(rows.map((row) => [row.name, row]))
  for (const table of await describeTables(client)) {
    const count = 1 + Math.floor(random() * most)
    for (let number = 0; number < count; number += 1) {
      /** @type {(string | null)[]} */
      const values = []
      for (const [place, column] of table.columns.entries()) {
        const detail = details.get(`${table.name}.${column}`)
        values.push(await anyValue(client, random, detail, column, table.types[place] ?? ''))
      }
      const marks = table.types.map((type, place) => `$${place + 1}::text::${type}`).join(', ')
      const names = table.columns.map(quoted).join(', ')
      // Where a key is made of the ids of others the same two may meet again.
      await client.query(
        `INSERT INTO ${quoted(table.name)} (${names}) VALUES (${marks}) ON CONFLICT DO NOTHING`,
        values,
      )
    }
  }
}

/**
 * @param {Client} client @param {Random} random @param {{ required: boolean, parent: string | null, labels: string[] | null }} detail
 * @param {string} column @param {string} type
 */
async function anyValue(client, random, detail, column, type) {
  if (!detail.required && !ALWAYS_SAID.has(column) && random() < 0.3) return null
  if (detail.labels) return pick(random, detail.labels)
  if (detail.parent) {
    const { rows } = await client.query(`SELECT id::text FROM ${quoted(detail.parent)} ORDER BY id`)
    return /** @type {string} */ (pick(random, rows).id)
  }
  const maker = MAKERS.find(([pattern]) => pattern.test(type))
  if (!maker) throw new Error(`No values are known for a column of type ${type}.`)
  return maker[1](random, hex(random, 10), type)
}
