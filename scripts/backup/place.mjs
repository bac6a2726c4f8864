// Which database is meant, and how to reach it: DATABASE_URL, the embedded one of a running app, or the embedded one opened for the while.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { URL_FILE } from '../database.mjs'
import { startDatabase } from '../database-process.mjs'
import { holderOf, lockFolder } from '../folder-lock.mjs'
import { Failure } from '../steps/failure.mjs'
import { root } from '../steps/root.mjs'

/** @typedef {{ url: string, dataFolder: string, leave: () => Promise<void> }} Place */

/** @param {string | undefined} data */
export function dataFolderOf(data) {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  return resolve(data ?? process.env.TIDEMARK_DATA ?? join(root, '.data'))
}

/** To read: beside a running app, or without it. @param {string} dataFolder @returns {Promise<Place>} */
export async function placeToRead(dataFolder) {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, dataFolder, leave: async () => {} }
  if (!existsSync(join(dataFolder, 'postgres'))) throw new Failure(`There is no database in ${dataFolder}.`)
  const running = runningUrl(dataFolder)
  return running ? { url: running, dataFolder, leave: async () => {} } : openAlone(dataFolder)
}

/** To write: an app on the embedded database must have been stopped. @param {string} dataFolder @returns {Promise<Place>} */
export async function placeToWrite(dataFolder) {
  const given = process.env.DATABASE_URL
  return given ? { url: given, dataFolder, leave: async () => {} } : openAlone(dataFolder)
}

/** @param {string} dataFolder */
export function runningUrl(dataFolder) {
  if (holderOf(dataFolder, 'database') === null) return null
  const path = join(dataFolder, URL_FILE)
  if (!existsSync(path)) throw new Failure(`The database in ${dataFolder} is just starting or stopping: try again.`)
  return readFileSync(path, 'utf8').trim()
}

/** @param {string} dataFolder @returns {Promise<Place>} */
async function openAlone(dataFolder) {
  const release = await lockFolder(dataFolder, 'start')
  try {
    const database = await startDatabase(dataFolder)
    const leave = async () => {
      await database.stop()
      release()
    }
    return { url: database.url, dataFolder, leave }
  } catch (error) {
    release()
    throw new Failure(/** @type {Error} */ (error).message)
  }
}

/** The secret that the app uses on this data folder, or null. @param {string} dataFolder */
export function secretOf(dataFolder) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  const path = join(dataFolder, 'secret')
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}
