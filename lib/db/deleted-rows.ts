import { db } from '@/lib/db/client'

/** Deletes for good what users deleted before `before`, and says how many rows (not counting what hangs on them). */
export async function removeDeletedRows(before: Date): Promise<number> {
  const where = { deletedAt: { lt: before } }
  const removed = await db().$transaction([
    db().portfolio.deleteMany({ where }),
    db().account.deleteMany({ where }),
    db().holding.deleteMany({ where }),
    db().targetModel.deleteMany({ where }),
    db().plan.deleteMany({ where }),
  ])
  return removed.reduce((total, { count }) => total + count, 0)
}
