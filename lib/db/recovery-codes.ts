import { createHash } from 'node:crypto'
import { db, type Tx } from '@/lib/db/client'

/** A plain hash is right for a secret of 120 random bits: there is no guessing that a slow one would hinder. */
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')

/** Puts new codes (in their normal form) in the place of all that there were. */
export async function replaceRecoveryCodes(userId: string, codes: readonly string[], tx: Tx): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: hashOf(code) })) })
}

/** The same for a user who has an authenticator app; false for one who has none, and then no use for codes either. */
export async function renewRecoveryCodes(userId: string, codes: readonly string[]): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, totpConfirmedAt: { not: null } },
      data: { id: userId },
    })
    if (count === 1) await replaceRecoveryCodes(userId, codes, tx)
    return count === 1
  })
}

/** Uses a code up; true for the first who gives it. */
export async function takeRecoveryCode(userId: string, code: string, at: Date): Promise<boolean> {
  const { count } = await db().recoveryCode.updateMany({
    where: { userId, hash: hashOf(code), usedAt: null },
    data: { usedAt: at },
  })
  return count === 1
}

/** How many are left. */
export async function countRecoveryCodes(userId: string): Promise<number> {
  return db().recoveryCode.count({ where: { userId, usedAt: null } })
}
