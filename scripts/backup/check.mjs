// Everything that can be said of a backup before a database is touched.
import { Failure } from '../steps/failure.mjs'
import { backupLines, Summing, VERSION } from './lines.mjs'

/** @typedef {{ header: import('./lines.mjs').Header, tables: { name: string, columns: string[] }[], sums: import('./lines.mjs').Sums }} Checked */

/**
 * Reads a backup from end to end. Throws a Failure for one that is cut, changed, of another program or of a newer version.
 * @param {string} path @param {readonly import('../migrate.mjs').Migration[]} known the migrations of this code
 * @returns {Promise<Checked>}
 */
export async function checkBackup(path, known) {
  /** @type {Checked} */
  const checked = { header: /** @type {any} */ (null), tables: [], sums: new Map() }
  let summing = new Summing()
  for await (const { line, parsed } of backupLines(path)) {
    if (checked.header === null) {
      checkHeader(path, parsed, known)
      checked.header = parsed
    } else if (Array.isArray(parsed)) summing.add(line)
    else if (parsed.table !== undefined) {
      checked.tables.push({ name: parsed.table, columns: parsed.columns })
      summing = new Summing()
    } else {
      const { rows, sha256 } = summing.sum()
      const fits = parsed.end === checked.tables.at(-1)?.name && parsed.rows === rows && parsed.sha256 === sha256
      if (!fits) throw new Failure(`${path} is not a whole backup (table ${parsed.end}). Nothing was changed.`)
      checked.sums.set(parsed.end, { rows, sha256 })
    }
  }
  if (checked.header === null) throw new Failure(`${path} is empty. Nothing was changed.`)
  return checked
}

/** @param {string} path @param {any} header @param {readonly import('../migrate.mjs').Migration[]} known */
function checkHeader(path, header, known) {
  if (typeof header?.tidemarkBackup !== 'number') throw new Failure(`${path} is not a backup of Tidemark.`)
  if (header.tidemarkBackup > VERSION)
    throw new Failure(`${path} was made by a newer version of Tidemark: update first.`)
  for (const [place, { name, checksum }] of header.migrations.entries()) {
    const here = known[place]
    if (!known.some((migration) => migration.name === name))
      throw new Failure(
        `${path} was made by a newer version of Tidemark (it holds the migration ${name}): update first.`,
      )
    if (here === undefined || here.name !== name || here.checksum !== checksum)
      throw new Failure(`${path} comes from another history of migrations (${name}), and cannot be read by this code.`)
  }
}
