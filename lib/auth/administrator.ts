import 'server-only'
import { notFound } from 'next/navigation'
import { requireUser, type SessionUser } from '@/lib/auth/session'

/** The signed-in administrator; for anybody else the page is not there. */
export async function requireAdministrator(): Promise<SessionUser> {
  const user = await requireUser()
  return user.admin ? user : notFound()
}
