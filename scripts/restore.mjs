// `npm run restore -- FILE`: puts a backup into an empty database, or in the place of what a database holds.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolderOf, placeToWrite, secretOf } from './backup/place.mjs'
import { restoreBackup } from './backup/restore.mjs'
import { secretMark } from './backup/write.mjs'
import { describeFailure, Failure } from './steps/failure.mjs'

const USAGE = `npm run restore -- FILE [options]     (stop the app first)
  --into-empty   only into a database without rows; this is so unless told otherwise
  --replace      in the place of everything that the database holds
  --data FOLDER  the data folder, .data unless told (or TIDEMARK_DATA); DATABASE_URL names a Postgres of yours
The whole file is checked before anything is changed, and the change is one transaction.`

function readArguments() {
  try {
    const options = /** @type {const} */ ({
      data: { type: 'string' },
      'into-empty': { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    })
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (!values.help && (positionals.length !== 1 || (values['into-empty'] && values.replace))) throw new Failure(USAGE)
    return { ...values, file: positionals[0] ?? '' }
  } catch {
    throw new Failure(USAGE)
  }
}

/**
 * Puts the secret of the backup where the app reads it; one that was there is kept beside it.
 * @param {string} dataFolder @param {string} secret @param {Date} at
 */
function keepSecret(dataFolder, secret, at) {
  const path = join(dataFolder, 'secret')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (existsSync(path)) renameSync(path, `${path}.before-${at.getTime()}`)
  writeFileSync(`${path}.new`, `${secret}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return 'The secret of the backup is in the data folder now.'
}

/** @param {string} dataFolder @param {import('./backup/lines.mjs').Header} header @param {Date} at */
function settleSecret(dataFolder, header, at) {
  const present = secretOf(dataFolder)
  if (header.secretMark !== null && header.secretMark === secretMark(present))
    return 'The secret here is the one of the backup: the stored keys can be read.'
  if (header.secret !== undefined) return keepSecret(dataFolder, header.secret, at)
  return 'The secret here is not the one of the backup: stored keys of price sources and authenticator apps cannot be read until that one is back in the data folder.'
}

async function main() {
  const given = readArguments()
  if (given.help) return console.log(USAGE)
  const at = new Date()
  const dataFolder = dataFolderOf(given.data)
  if (!existsSync(given.file)) throw new Failure(`There is no file ${given.file}.`)
  const place = await placeToWrite(dataFolder)
  try {
    const done = await restoreBackup(place.url, given.file, { at, replace: given.replace })
    console.log(
      `${done.rows} rows of ${done.tables} tables restored, as of ${done.header.madeAt}; counts and hashes agree.`,
    )
    if (done.migrated.length > 0) console.log(`Migrated: ${done.migrated.join(', ')}`)
    console.log(settleSecret(dataFolder, done.header, at))
  } finally {
    await place.leave()
  }
}

await main().catch((error) => {
  console.error(describeFailure(error))
  process.exitCode = 1
})
