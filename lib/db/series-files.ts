import { randomUUID } from 'node:crypto'
import type { SeriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'

export interface SeriesFileRow {
  id: string
  name: string
  givenAt: Date
  contents: { series: string; count: number; from: IsoDate; to: IsoDate }[]
}

/** Stores what some files said as one transaction; a file of a name that the user gave before takes the place of that one. */
export async function storeSeriesFiles(
  userId: string,
  files: readonly { name: string; series: SeriesSet }[],
  at: Date,
): Promise<void> {
  await db().$transaction(
    async (tx) => {
      await tx.seriesFile.deleteMany({ where: { userId, name: { in: files.map(({ name }) => name) } } })
      for (const { name, series } of files) {
        const fileId = randomUUID()
        await tx.seriesFile.create({ data: { id: fileId, userId, name, givenAt: at } })
        const rows = Object.entries(series).flatMap(([id, observations]) =>
          (observations ?? []).map(({ date, value }) => ({ series: id, date, value })),
        )
        await tx.$executeRaw`
          INSERT INTO "FileObservation" ("fileId", series, date, value)
          SELECT ${fileId}::uuid, n.series, n.date, n.value
          FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(series text, date date, value numeric)`
      }
    },
    { maxWait: 5_000, timeout: 30_000 },
  )
}

interface ContentRow {
  id: string
  name: string
  givenAt: Date
  series: string
  count: number
  from: IsoDate
  to: IsoDate
}

/** The user's files with what each holds, the latest first. */
export async function listSeriesFiles(userId: string): Promise<SeriesFileRow[]> {
  const rows = await db().$queryRaw<ContentRow[]>`
    SELECT f.id, f.name, f."givenAt", o.series, count(*)::int AS count, min(o.date)::text AS from, max(o.date)::text AS to
    FROM "SeriesFile" f JOIN "FileObservation" o ON o."fileId" = f.id
    WHERE f."userId" = ${userId}::uuid
    GROUP BY f.id, o.series ORDER BY f."givenAt" DESC, f.id, o.series`
  const files = new Map<string, SeriesFileRow>()
  for (const { id, name, givenAt, ...content } of rows) {
    const file = files.get(id) ?? { id, name, givenAt, contents: [] }
    file.contents.push(content)
    files.set(id, file)
  }
  return [...files.values()]
}

export async function countSeriesFiles(userId: string, exceptNamed: readonly string[]): Promise<number> {
  return db().seriesFile.count({ where: { userId, name: { notIn: [...exceptNamed] } } })
}

/** Removes some of the user's files, or all; answers how many were theirs. */
export async function removeSeriesFiles(userId: string, ids: readonly string[] | 'all'): Promise<number> {
  const which = ids === 'all' ? {} : { id: { in: [...ids] } }
  const { count } = await db().seriesFile.deleteMany({ where: { userId, ...which } })
  return count
}
