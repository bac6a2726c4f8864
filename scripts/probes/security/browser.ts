import { chromium, type Page } from '@playwright/test'
import type { Probe } from '@/scripts/probes/probe'
import { makeOwner, type Owner } from '@/scripts/probes/security/people'
import type { Site } from '@/scripts/probes/security/site'
import { listPages } from '@/scripts/probes/security/surface'

const isRoot = process.getuid?.() === 0

/** What the browser complains of: blocked by the policy, or an error of a script. */
function listen(page: Page, found: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (/Failed to load resource/.test(message.text())) return
    found.push(`${new URL(page.url()).pathname}: ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', (error) => found.push(`${new URL(page.url()).pathname}: ${error.message.slice(0, 300)}`))
}

/** The pages of the tree with the owner's ids; one that a link alone opens is visited without it. */
const addresses = ({ id }: Owner): string[] =>
  listPages()
    .map((page) => page.slice(5).replace('[portfolioId]', id('Portfolio')).replace('[planId]', id('Plan')))
    .filter((path) => !path.includes('['))

async function walk(site: Site, owner: Owner, theme: 'light' | 'dark', failures: string[]): Promise<number> {
  const executablePath = process.env.PLAYWRIGHT_CHROMIUM_PATH
  const browser = await chromium.launch({
    args: isRoot ? ['--no-sandbox'] : [],
    ...(executablePath && { executablePath }),
  })
  const context = await browser.newContext({ colorScheme: theme })
  const [name = '', value = ''] = owner.cookie.split('=')
  await context.addCookies([
    { name, value, url: site.origin, httpOnly: true, sameSite: 'Lax' },
    { name: 'theme', value: theme, url: site.origin },
  ])
  const page = await context.newPage()
  listen(page, failures)
  const paths = addresses(owner)
  for (const path of paths) {
    const answer = await page.goto(site.origin + path, { waitUntil: 'networkidle' })
    if (!answer || answer.status() >= 500) failures.push(`${path}: ${answer?.status()}`)
    // A page whose scripts are blocked is never made alive.
    const alive = await page.evaluate(
      () =>
        Object.keys(document.body).some((key) => key.startsWith('__react')) ||
        Object.keys(document).some((key) => key.startsWith('__react')),
    )
    if (!alive) failures.push(`${path}: its scripts do not run`)
  }
  await browser.close()
  return paths.length
}

export const browserWalk = (site: Site): Probe => ({
  name: 'a browser sees every page without a complaint',
  run: async () => {
    const owner = await makeOwner(site)
    const failures: string[] = []
    let tries = 0
    for (const theme of ['light', 'dark'] as const) tries += await walk(site, owner, theme, failures)
    return { tries, failures }
  },
})
