// The SQL that leads from one Prisma schema to another, by Prisma's own engine as WebAssembly: no download, no server.
// Author a migration:  node scripts/schema-diff.mjs OLD.prisma prisma/schema.prisma   (OLD may be --empty)
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { openDatabase } from './database.mjs'

const require = createRequire(import.meta.url)
const ENGINE = '@prisma/schema-engine-wasm/schema_engine_bg'

/** @param {string} datamodel @param {string} url the engine asks a live Postgres for its version, and keeps nothing in it */
async function openEngine(datamodel, url) {
  const engine = await import(ENGINE)
  const wasm = readFileSync(require.resolve(ENGINE).replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  const start = /** @type {() => void} */ (instance.exports.__wbindgen_start)
  start()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }))
  return engine.SchemaEngine.new({ datamodels: [['schema.prisma', datamodel]] }, () => {}, adapter)
}

/**
 * @param {string | null} from an older schema's text, or null for an empty database
 * @param {string} to the newer schema's text
 * @returns {Promise<string>}
 */
export async function schemaDiff(from, to) {
  const database = await openDatabase(null)
  try {
    const engine = await openEngine(to, database.url)
    /** @param {string} path @param {string} content */
    const schema = (path, content) => ({ tag: 'schemaDatamodel', files: [{ path, content }] })
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : schema('from.prisma', from),
      to: schema('to.prisma', to),
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout ?? ''
  } finally {
    await database.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from = '--empty', to = 'prisma/schema.prisma'] = process.argv.slice(2)
  const older = from === '--empty' ? null : readFileSync(from, 'utf8')
  process.stdout.write(await schemaDiff(older, readFileSync(to, 'utf8')))
}
