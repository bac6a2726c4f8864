import { isUuid } from '@/lib/core/uuid'
import { db } from '@/lib/db/client'
import { Prisma } from '@/prisma/generated/client'

/** Stores the days of this user's plan at the version that was seen, and raises it; false when it is not his or has moved on. Null: all at once. */
export async function saveStages(
  userId: string,
  { id, version, stages }: { id: string; version: number; stages: Prisma.InputJsonObject | null },
): Promise<boolean> {
  if (!isUuid(id)) return false
  const { count } = await db().plan.updateMany({
    where: { id, version, deletedAt: null, portfolio: { userId, deletedAt: null } },
    data: { stages: stages ?? Prisma.DbNull, version: { increment: 1 } },
  })
  return count === 1
}
