// How much JavaScript each page ships, compressed as it crosses the wire, in a real Chromium with an empty cache.
// Run it:  node bench/page-weight.mjs                          builds, starts the app, measures, stops it
//          node bench/page-weight.mjs --origin http://localhost:3000        measures an app that is up
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { startApp } from '../scripts/steps/app-under-test.mjs'
import { findBrowser } from '../scripts/steps/browser.mjs'
import { buildApp } from '../scripts/steps/build.mjs'
import { Scripts } from './scripts-of-page.mjs'

const GOALS = { beforeCharts: 200_000, withCharts: 310_000 }
const SIGNED_OUT = ['/login', '/register']
const OF_A_PORTFOLIO = [
  '',
  '/holdings',
  '/targets',
  '/rebalance',
  '/plans',
  '/policy',
  '/prices',
  '/transfer',
  '/transfer/import',
]
const OF_THE_USER = ['/portfolios', '/settings']
const ARGS = ['--disable-gpu', '--disable-quic', '--disable-background-networking']

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9)

/** @param {number} bytes @param {number} goal */
const verdict = (bytes, goal) => (bytes <= goal ? 'met' : `missed by ${kilobytes(bytes - goal).trim()}`)

/**
 * Loads one page in a browser that has never seen the site, scrolls to its end, and weighs its scripts.
 * @param {import('@playwright/test').Browser} browser @param {string} address
 * @param {Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>} [storageState]
 */
async function weigh(browser, address, storageState) {
  const context = await browser.newContext({
    ...(storageState ? { storageState } : {}),
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  const scripts = await Scripts.watch(page)
  await page.goto(address, { waitUntil: 'networkidle' })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let y = 0; y <= height; y += 450) {
    await page.mouse.wheel(0, 450)
    await page.waitForTimeout(100)
  }
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(500)
  const result = await scripts.weigh()
  await context.close()
  return result
}

/** @param {import('@playwright/test').Browser} browser @param {string} origin */
async function enterDemo(browser, origin) {
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(`${origin}/login`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Explore the demo' }).click()
  await page.waitForURL(/\/[0-9a-f-]{36}$/)
  return { portfolio: new URL(page.url()).pathname, state: await context.storageState() }
}

/** @param {string} origin */
async function measure(origin) {
  const executablePath = await findBrowser()
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...ARGS] : ARGS
  const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) })
  const { portfolio, state } = await enterDemo(browser, origin)
  console.log(`\n${'page'.padEnd(26)} before charts    in all  files`)
  /** @param {string} path @param {typeof state} [as] */
  const line = async (path, as) => {
    const result = await weigh(browser, origin + path, as)
    const name = path.replace(portfolio, '/[portfolio]')
    const plain = result.uncompressed.length > 0 ? `  not compressed: ${result.uncompressed.join(', ')}` : ''
    console.log(
      `${name.padEnd(26)} ${kilobytes(result.beforeCharts).padStart(13)} ${kilobytes(result.inAll)}  ${result.files}${plain}`,
    )
    return result
  }
  for (const path of SIGNED_OUT) await line(path)
  const overview = await line(portfolio, state)
  for (const path of OF_A_PORTFOLIO.slice(1)) await line(portfolio + path, state)
  for (const path of OF_THE_USER) await line(path, state)
  await browser.close()
  console.log(
    `\nThe overview before its charts, at most ${kilobytes(GOALS.beforeCharts).trim()}: ${verdict(overview.beforeCharts, GOALS.beforeCharts)}`,
  )
  console.log(
    `The overview with its charts, at most ${kilobytes(GOALS.withCharts).trim()}: ${verdict(overview.inAll, GOALS.withCharts)}`,
  )
  return overview.beforeCharts <= GOALS.beforeCharts && overview.inAll <= GOALS.withCharts
}

const { values } = parseArgs({ options: { origin: { type: 'string' } } })
if (!values.origin) console.log(`Build: ${await buildApp()}`)
const app = values.origin ? null : await startApp()
try {
  process.exitCode = (await measure(values.origin ?? app?.origin ?? '')) ? 0 : 1
} finally {
  await app?.stop()
}
