import { db } from '@/lib/db/client'

/** Its name among the sources that a user turned on. */
const ECB = 'ecb'

/** Whether a user wants the reference rates of the European Central Bank; not until it was turned on. */
export async function isEcbOn(userId: string): Promise<boolean> {
  return (await db().priceSetting.count({ where: { userId, sources: { has: ECB } } })) > 0
}

/** Turns them on or off in one statement, so that what else is in the list stays, whoever writes to it. */
export async function setEcb(userId: string, on: boolean): Promise<void> {
  const mine = on ? [ECB] : []
  await db().$executeRaw`
    INSERT INTO "PriceSetting" ("userId", "sources") VALUES (${userId}::uuid, ${mine}::text[])
    ON CONFLICT ("userId") DO UPDATE
    SET "sources" = array_remove("PriceSetting"."sources", ${ECB}) || ${mine}::text[],
        "version" = "PriceSetting"."version" + 1`
}

/** The users for whom the rates are fetched by the clock. */
export async function listUsersWithEcb(): Promise<string[]> {
  const where = { sources: { has: ECB } }
  const rows = await db().priceSetting.findMany({ where, orderBy: { userId: 'asc' }, select: { userId: true } })
  return rows.map(({ userId }) => userId)
}
