// A Chromium for the end-to-end tests: the one that is named, the system's, or one that is installed now.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure } from './failure.mjs'
import { runCommand, runTool } from './run-command.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Some systems have a stand-in of that name which only says where to get the browser. @param {string} path */
function runs(path) {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

/** @param {string} name */
const onPath = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))

const systemBrowser = () => [...NAMES.flatMap(onPath), ...ELSEWHERE].find(runs)

/** @param {AbortSignal} [signal] */
async function installByApt(signal) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get update', 'apt-get', ['update'], env, signal)
  const args = ['install', '-y', '--no-install-recommends', 'chromium']
  await runCommand('Installing Chromium by apt-get', 'apt-get', args, env, signal)
}

/** Playwright's own; its path is for Playwright to find. @param {AbortSignal} [signal] */
async function playwrightBrowser(signal) {
  const { chromium } = await import('@playwright/test')
  if (!existsSync(chromium.executablePath()))
    await runTool('Installing a browser by Playwright', '@playwright/test/cli.js', ['install', 'chromium'], {}, signal)
  return ''
}

/**
 * The path of a Chromium, or '' for Playwright's own.
 * @param {AbortSignal} [signal] @returns {Promise<string>}
 */
export async function findBrowser(signal) {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH
  if (named && !runs(named)) throw new Failure(`PLAYWRIGHT_CHROMIUM_PATH names ${named}, and that does not run.`)
  const present = named || systemBrowser()
  if (present) return present
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get').some(existsSync)
  if (mayInstall) await installByApt(signal).catch(() => {}) // not every system with apt-get has the package
  return systemBrowser() ?? playwrightBrowser(signal)
}
