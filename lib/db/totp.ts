import { db } from '@/lib/db/client'
import { replaceRecoveryCodes } from '@/lib/db/recovery-codes'

/** The authenticator app of a user. */
export interface StoredTotp {
  /** The secret, sealed; null when none was set up. */
  sealed: string | null
  /** When a first code of it was given; before that it is no second factor. */
  confirmedAt: Date | null
}

export async function findTotp(userId: string): Promise<StoredTotp> {
  const row = await db().user.findUnique({ where: { id: userId }, select: { sealedTotp: true, totpConfirmedAt: true } })
  return { sealed: row?.sealedTotp ?? null, confirmedAt: row?.totpConfirmedAt ?? null }
}

/** Keeps a secret that waits for its first code, in the place of another that waits; false when one is confirmed already. */
export async function storePendingTotp(userId: string, sealed: string): Promise<boolean> {
  const { count } = await db().user.updateMany({
    where: { id: userId, totpConfirmedAt: null },
    data: { sealedTotp: sealed, totpStep: null },
  })
  return count === 1
}

/**
 * Makes the waiting secret the second factor, with its recovery codes (in their normal form); `step` is of the code that was given. False
 * when it is no longer the one that waits.
 */
export async function confirmTotp(
  userId: string,
  given: { sealed: string; step: bigint; recoveryCodes: readonly string[] },
  at: Date,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, sealedTotp: given.sealed, totpConfirmedAt: null },
      data: { totpConfirmedAt: at, totpStep: given.step },
    })
    if (count === 1) await replaceRecoveryCodes(userId, given.recoveryCodes, tx)
    return count === 1
  })
}

/** Takes a time step: true once for each, and never for one that lies before the last that was taken. */
export async function takeTotpStep(userId: string, sealed: string, step: bigint): Promise<boolean> {
  const { count } = await db().user.updateMany({
    where: {
      id: userId,
      sealedTotp: sealed,
      totpConfirmedAt: { not: null },
      OR: [{ totpStep: null }, { totpStep: { lt: step } }],
    },
    data: { totpStep: step },
  })
  return count === 1
}

/** Forgets the authenticator app and its recovery codes; false when there was none. */
export async function removeTotp(userId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, totpConfirmedAt: { not: null } },
      data: { sealedTotp: null, totpConfirmedAt: null, totpStep: null },
    })
    await tx.recoveryCode.deleteMany({ where: { userId } })
    return count === 1
  })
}
