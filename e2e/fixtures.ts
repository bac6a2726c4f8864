import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { decode, encode } from 'next-auth/jwt'
import { removeByEmail, removeById, seedUser, type User } from '@/e2e/seed'
import { type Texts, t } from '@/e2e/texts'
import { Watch } from '@/e2e/watch'
import { createSession, findLiveSession } from '@/lib/db/sessions'

interface Fixtures {
  /** Looks on at every page; a test names in it the failures that it is about. */
  watch: Watch
  /** A user of this test alone, removed after it. */
  user: User
  /** One more of the kind. */
  anotherUser: User
  /** Signs a page's browser in without the form, which has tests of its own. */
  enter: (page: Page, user: User) => Promise<void>
  /** A page of another browser: another device of the user, or another user. */
  openBrowser: () => Promise<Page>
  /** Starts a demo by its button; its user is removed after the test. */
  startDemo: (page: Page) => Promise<void>
  /** Addresses that a test registers; their users are removed after it. */
  registered: string[]
}

const SECRET = process.env.NEXTAUTH_SECRET ?? ''
const SESSION_COOKIE = 'tidemark.session'

async function addSession(context: BrowserContext, user: User, origin = ''): Promise<void> {
  const sid = await createSession(user.id, 'Playwright', new Date())
  const value = await encode({ token: { sid }, secret: SECRET })
  await context.addCookies([{ name: SESSION_COOKIE, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}

/** Who is signed in there, by the session that the cookie names. */
async function visitorOf(context: BrowserContext): Promise<string> {
  const cookie = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE)
  const token = cookie && (await decode({ token: cookie.value, secret: SECRET }))
  const session = await findLiveSession(String(token?.sid), new Date())
  if (!session) throw new Error('Nobody is signed in')
  return session.user.id
}

/** The page's time zone is known from the start, as at every visit but the first. */
const addTimeZone = (context: BrowserContext, origin = '', zone = 'UTC') =>
  context.addCookies([{ name: 'tz', value: encodeURIComponent(zone), url: origin }])

async function borrowUser(use: (user: User) => Promise<void>): Promise<void> {
  const user = await seedUser()
  await use(user)
  await removeById(user.id)
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL, timezoneId }, use) => {
      const watch = new Watch()
      watch.on(context)
      await addTimeZone(context, baseURL, timezoneId)
      await use(watch)
      expect(watch.problems(), 'nothing failed beside the test').toEqual([])
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: the fixture's first parameter names what it needs
  user: async ({}, use) => borrowUser(use),
  // biome-ignore lint/correctness/noEmptyPattern: the fixture's first parameter names what it needs
  anotherUser: async ({}, use) => borrowUser(use),
  enter: async ({ baseURL }, use) => use((page, user) => addSession(page.context(), user, baseURL)),
  openBrowser: async ({ browser, watch, baseURL, timezoneId }, use) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      opened.push(context)
      watch.on(context)
      await addTimeZone(context, baseURL, timezoneId)
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: the fixture's first parameter names what it needs
  startDemo: async ({}, use) => {
    const ids: string[] = []
    await use(async (page) => {
      await page.goto('/login')
      await page.getByRole('button', { name: t('auth.demo.start') }).click()
      await page.waitForURL(/\/[\da-f-]{36}$/)
      ids.push(await visitorOf(page.context()))
    })
    for (const id of ids) await removeById(id)
  },
  // biome-ignore lint/correctness/noEmptyPattern: the fixture's first parameter names what it needs
  registered: async ({}, use) => {
    const addresses: string[] = []
    await use(addresses)
    for (const address of addresses) await removeByEmail(address)
  },
})

export { expect }

/** Signs in by the form. */
export async function login(
  page: Page,
  { email, password }: Pick<User, 'email' | 'password'>,
  texts: Texts = t,
): Promise<void> {
  await page.goto('/login')
  await page.getByLabel(texts('auth.form.email')).fill(email)
  await page.getByLabel(texts('auth.form.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: texts('auth.login.submit'), exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
}
