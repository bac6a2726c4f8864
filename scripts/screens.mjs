// Takes the pictures of the README anew, from the production build and its demo.
// Run it:  node scripts/screens.mjs
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { startApp } from './steps/app-under-test.mjs'
import { findBrowser } from './steps/browser.mjs'
import { buildApp } from './steps/build.mjs'
import { root } from './steps/root.mjs'

const FOLDER = join(root, 'public/screens')
const PICTURES = /** @type {const} */ ([
  { file: 'overview.png', path: '', width: 1440, theme: 'light', locale: 'en' },
  { file: 'rebalance-dark.png', path: '/rebalance?mode=full', width: 1440, theme: 'dark', locale: 'en' },
  { file: 'policy.png', path: '/policy', width: 1440, theme: 'light', locale: 'en' },
  { file: 'overview-zh-phone.png', path: '', width: 360, theme: 'light', locale: 'zh-CN' },
])

/** @param {import('@playwright/test').Browser} browser @param {string} origin @param {(typeof PICTURES)[number]} picture */
async function take(browser, origin, { file, path, width, theme, locale }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, locale })
  const page = await context.newPage()
  await page.goto(`${origin}/login`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: /^(Explore the demo|体验演示)$/ }).click()
  await page.waitForURL(/\/[0-9a-f-]{36}$/)
  await page.goto(page.url() + path, { waitUntil: 'networkidle' })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let y = 0; y < height; y += 400) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(150)
  }
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.waitForTimeout(1000)
  await page.screenshot({ path: join(FOLDER, file), fullPage: width > 400 })
  await context.close()
  console.log(`public/screens/${file}`)
}

mkdirSync(FOLDER, { recursive: true })
console.log(`Build: ${await buildApp()}`)
const app = await startApp()
const executablePath = await findBrowser()
const browser = await chromium.launch({
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  ...(executablePath ? { executablePath } : {}),
})
try {
  for (const picture of PICTURES) await take(browser, app.origin, picture)
} finally {
  await browser.close()
  await app.stop()
}
