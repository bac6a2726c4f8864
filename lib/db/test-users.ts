import { randomUUID } from 'node:crypto'
import { createPortfolio } from '@/lib/db/portfolios'
import { createUser } from '@/lib/db/users'

/** For tests: a user of its own, whom nothing belongs to yet; the hash is no password's. */
export async function newUser(): Promise<string> {
  const id = await createUser(`${randomUUID()}@example.test`, 'hash')
  if (!id) throw new Error('The address is taken')
  return id
}

/** For tests: an empty portfolio of a user. */
export async function newPortfolio(userId: string, name = 'Test'): Promise<string> {
  const id = randomUUID()
  const answer = await createPortfolio(userId, { id, name })
  if (!answer.ok) throw new Error(`No portfolio: ${answer.code}`)
  return id
}
