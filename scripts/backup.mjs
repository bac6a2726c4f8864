// `npm run backup -- [FILE]`: one moment of the database as a file, beside the running app or without it.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolderOf, placeToRead, secretOf } from './backup/place.mjs'
import { writeBackup } from './backup/write.mjs'
import { describeFailure, Failure } from './steps/failure.mjs'

const USAGE = `npm run backup -- [FILE] [options]
  FILE           where to write it; unless told, a dated name in the folder "backups" of the data folder
  --with-secret  put the installation's secret into the file too: whoever has the file can then read the stored keys
  --data FOLDER  the data folder, .data unless told (or TIDEMARK_DATA); DATABASE_URL names a Postgres of yours
Without the secret of the data folder a restored database cannot read the stored keys of price sources nor the authenticator apps: keep it too.`

/** @param {Date} at */
const datedName = (at) => `tidemark-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup.gz`

function readArguments() {
  try {
    const options = /** @type {const} */ ({
      data: { type: 'string' },
      'with-secret': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    })
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (positionals.length > 1) throw new Failure(USAGE)
    return { ...values, file: positionals[0] }
  } catch {
    throw new Failure(USAGE)
  }
}

async function main() {
  const given = readArguments()
  if (given.help) return console.log(USAGE)
  const at = new Date()
  const dataFolder = dataFolderOf(given.data)
  const file = given.file ?? join(dataFolder, 'backups', datedName(at))
  const secret = secretOf(dataFolder)
  if (given['with-secret'] && secret === null) throw new Failure(`There is no secret in ${dataFolder}.`)
  const place = await placeToRead(dataFolder)
  try {
    const done = await writeBackup(place.url, file, { at, secret, withSecret: given['with-secret'] })
    console.log(`${done.rows} rows of ${done.tables} tables, ${done.bytes} bytes: ${done.file}`)
    if (given['with-secret']) console.log('The secret is in it: keep the file as you would keep the secret.')
    else
      console.log(
        `The secret is not in it. Keep ${join(dataFolder, 'secret')} too, or the stored keys and authenticator apps cannot be read.`,
      )
  } finally {
    await place.leave()
  }
}

await main().catch((error) => {
  console.error(describeFailure(error))
  process.exitCode = 1
})
