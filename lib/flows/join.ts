import 'server-only'
import { type PasswordProblem, passwordProblem } from '@/lib/core/password-policy'
import { admitNewcomer, findAdmitted, findJoinLink, type JoinLink } from '@/lib/db/newcomers'
import type { Visitor } from '@/lib/db/security-events'
import { gateEnv } from '@/lib/env'
import { hashPassword, verifyPassword } from '@/lib/flows/hash-password'

export interface JoinRequest {
  /** The secret of the link. */
  secret: string
  /** In lower case; counts only where the link was not sent to an address. */
  email: string
  password: string
}

export type Joined =
  | { ok: true; userId: string; email: string }
  | { ok: false; fault: PasswordProblem | 'link' | 'taken' | 'email' }

/** What a link to join still allows, as registration stands today; null when nothing. */
export async function openJoinLink(secret: string, at: Date): Promise<JoinLink | null> {
  const link = await findJoinLink(secret, at)
  if (!link) return null
  const mode = gateEnv().REGISTRATION
  const open = { register: mode === 'open', invite: mode !== 'closed', setup: true }
  return open[link.kind] ? link : null
}

/** Makes the user that a link allows to make, once; the same request once more is answered as the first was. */
export async function join(request: JoinRequest, visitor: Visitor, at: Date): Promise<Joined> {
  const { secret, password } = request
  const link = await openJoinLink(secret, at)
  if (!link) return joinedBefore(request)
  const email = link.email ?? request.email
  if (email === '') return { ok: false, fault: 'email' }
  const problem = passwordProblem(password, email)
  if (problem) return { ok: false, fault: problem }
  const passwordHash = await hashPassword(password)
  const made = await admitNewcomer({ secret, kind: link.kind, email, passwordHash }, { at, visitor })
  if (made === 'link') return joinedBefore({ ...request, email })
  return made === 'taken' ? { ok: false, fault: 'taken' } : { ok: true, userId: made.userId, email }
}

/** A form that was sent twice: the first one made the user, whose password this is. */
async function joinedBefore({ secret, email, password }: JoinRequest): Promise<Joined> {
  const before = email === '' ? null : await findAdmitted(secret, email)
  if (!before || !(await verifyPassword(before.passwordHash, password))) return { ok: false, fault: 'link' }
  return { ok: true, userId: before.userId, email }
}
