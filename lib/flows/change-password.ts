import 'server-only'
import { type PasswordProblem, passwordProblem } from '@/lib/core/password-policy'
import { findPassword, replacePassword } from '@/lib/db/users'
import { hashPassword, verifyPassword } from '@/lib/flows/hash-password'

export interface PasswordChange {
  /** The session that stays: every other one ends. */
  sessionId: string
  current: string
  next: string
}

export type PasswordChanged =
  | { ok: true; sessionsEnded: number }
  | { ok: false; fault: PasswordProblem | 'wrongPassword' | 'same' | 'conflict' }

/** Replaces the password of a user who knows the present one, and logs out every other device in the same transaction. */
export async function changePassword(userId: string, change: PasswordChange, at: Date): Promise<PasswordChanged> {
  const stored = await findPassword(userId)
  if (!stored?.email || !(await verifyPassword(stored.passwordHash, change.current))) {
    return { ok: false, fault: 'wrongPassword' }
  }
  const problem = change.next === change.current ? 'same' : passwordProblem(change.next, stored.email)
  if (problem) return { ok: false, fault: problem }
  const next = await hashPassword(change.next)
  const sessionsEnded = await replacePassword(userId, { from: stored.passwordHash, to: next }, change.sessionId, at)
  return sessionsEnded === null ? { ok: false, fault: 'conflict' } : { ok: true, sessionsEnded }
}
