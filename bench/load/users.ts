import { seedPortfolio, seedUser } from '@/e2e/seed'
import { cookieFor } from '@/scripts/probes/security/people'

const HOLDINGS = 28

export interface LoadUser {
  id: string
  email: string
  cookie: string
  portfolioId: string
  accountId: string
  /** The holding that this user saves over and over. */
  holdingId: string
}

/** As many holdings as the demo has, in two accounts, each with a lot. */
function bookOf(): string {
  const lines = Array.from({ length: HOLDINGS }, (_, at) => {
    const kind = ['growth:60,tech:40', 'tech', 'longBonds', 'digital', 'moneyFunds', 'alternatives'][at % 6]
    return `LD${at} ${kind} ${10 + at} @ ${40 + 3 * at} lot ${5 + at} @ ${30 + at} 2021-03-0${1 + (at % 9)}`
  })
  const half = HOLDINGS / 2
  return [
    'Brokerage taxable cash 5000',
    ...lines.slice(0, half),
    'Pension deferred cash 300',
    ...lines.slice(half),
  ].join('\n')
}

/** Users with a session each, written straight into the database that the app runs on. */
export async function seedUsers(count: number, site: { origin: string; secret: string }): Promise<LoadUser[]> {
  const users: LoadUser[] = []
  for (let n = 0; n < count; n += 1) {
    const { id, email } = await seedUser()
    const book = await seedPortfolio({ id, email, password: '' }, bookOf(), { adopted: 'postQt' })
    const [accountId = ''] = Object.values(book.accounts)
    const [holdingId = ''] = Object.values(book.holdings)
    users.push({ id, email, cookie: await cookieFor(site, id), portfolioId: book.id, accountId, holdingId })
  }
  return users
}
