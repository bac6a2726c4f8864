import { db } from '@/lib/db/client'
import type { Passkey } from '@/prisma/generated/client'

/** A passkey as its owner sees it. */
export interface PasskeySummary {
  id: string
  name: string
  createdAt: Date
  lastUsedAt: Date | null
  /** Kept by the device's maker too, and so not lost with the device. */
  backedUp: boolean
}

/** What a signature is checked against. */
export interface StoredPasskey {
  id: string
  userId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: bigint
  transports: string[]
}

export interface NewPasskey extends Omit<StoredPasskey, 'userId'> {
  name: string
  backedUp: boolean
}

/** Stores a passkey; false when its id is known already, also as another user's. */
export async function createPasskey(userId: string, passkey: NewPasskey, at: Date): Promise<boolean> {
  const made = await db().passkey.createMany({ data: [{ ...passkey, userId, createdAt: at }], skipDuplicates: true })
  return made.count === 1
}

/** A user's passkeys, oldest first. */
export async function listPasskeys(userId: string): Promise<PasskeySummary[]> {
  return db().passkey.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, backedUp: true },
  })
}

/** What a browser is told of a user's passkeys, so that it offers no others. */
export async function listPasskeyIds(userId: string): Promise<{ id: string; transports: string[] }[]> {
  return db().passkey.findMany({ where: { userId }, select: { id: true, transports: true } })
}

/** The passkey of this id, whosever it is: at a sign-in it is the passkey that says who signs in. */
export async function findPasskey(id: string): Promise<StoredPasskey | null> {
  const row = await db().passkey.findUnique({ where: { id } })
  return row && toStored(row)
}

/** Remembers a use; false when another use of the same passkey moved its counter in between. */
export async function notePasskeyUse(
  { id, userId, counter }: StoredPasskey,
  next: { counter: bigint; backedUp: boolean },
  at: Date,
): Promise<boolean> {
  const { count } = await db().passkey.updateMany({
    where: { id, userId, counter },
    data: { ...next, lastUsedAt: at },
  })
  return count === 1
}

export async function renamePasskey(userId: string, id: string, name: string): Promise<boolean> {
  const { count } = await db().passkey.updateMany({ where: { id, userId }, data: { name } })
  return count === 1
}

/** Removes a passkey and answers its name; null when it is not this user's. */
export async function removePasskey(userId: string, id: string): Promise<string | null> {
  const own = await db().passkey.findFirst({ where: { id, userId }, select: { name: true } })
  const { count } = await db().passkey.deleteMany({ where: { id, userId } })
  return own && count === 1 ? own.name : null
}

function toStored({ id, userId, publicKey, counter, transports }: Passkey): StoredPasskey {
  return { id, userId, publicKey, counter, transports }
}
