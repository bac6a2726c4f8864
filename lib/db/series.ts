import { isStoredSeries, type StoredSeries, type StoredSeriesId } from '@/lib/core/feed-series'
import type { Observation, SeriesUnit } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'
import { db, type Tx } from '@/lib/db/client'
import { dateFromColumn, dateToColumn } from '@/lib/db/decimals'

export interface ReplacedValue extends Observation {
  series: StoredSeriesId
  /** What stands in its place now. */
  current: number
  fetchedAt: Date
  replacedAt: Date
}

/**
 * Every series that was fetched, from a date on, in one query. The database packs each into one text, which is far quicker to carry
 * over than a row for each value.
 */
export async function readSharedSeries(since: IsoDate): Promise<StoredSeries> {
  return unpackSeries(
    await db().$queryRaw<PackedSeries[]>`
      SELECT series, string_agg(date::text || ' ' || value::float8::text, ',' ORDER BY date) AS packed
      FROM "Observation" WHERE date >= ${since}::date GROUP BY series`,
  )
}

/** What a user's own files say; of several files the latest, date by date. */
export async function readOwnSeries(userId: string, since: IsoDate): Promise<StoredSeries> {
  return unpackSeries(
    await db().$queryRaw<PackedSeries[]>`
      SELECT series, string_agg(date::text || ' ' || value::float8::text, ',' ORDER BY date) AS packed
      FROM (
        SELECT DISTINCT ON (o.series, o.date) o.series, o.date, o.value
        FROM "FileObservation" o JOIN "SeriesFile" f ON f.id = o."fileId"
        WHERE f."userId" = ${userId}::uuid AND o.date >= ${since}::date
        ORDER BY o.series, o.date, f."givenAt" DESC, f.id DESC
      ) AS latest
      GROUP BY series`,
  )
}

interface PackedSeries {
  series: string
  packed: string
}

const unpackSeries = (rows: readonly PackedSeries[]): StoredSeries =>
  Object.fromEntries(
    rows
      .filter(({ series }) => isStoredSeries(series))
      .map(({ series, packed }) => [series, packed.split(',').map(unpack)]),
  )

const DATE_LENGTH = 10
const unpack = (text: string): Observation => ({
  date: text.slice(0, DATE_LENGTH) as IsoDate,
  value: Number(text.slice(DATE_LENGTH + 1)),
})

/** The newest value ahead of a date, by which the first new one is judged; without a date, the newest of all. */
export async function findLastBefore(series: StoredSeriesId, date: IsoDate | null): Promise<Observation | null> {
  const row = await db().observation.findFirst({
    where: { series, ...(date && { date: { lt: dateToColumn(date) } }) },
    orderBy: { date: 'desc' },
  })
  return row && { date: dateFromColumn(row.date), value: row.value.toNumber() }
}

interface Batch {
  series: StoredSeriesId
  observations: readonly Observation[]
  unit: SeriesUnit
  source: string
  at: Date
}

/**
 * Stores values for everybody; where another value stands, that one moves to the replaced ones first. A value that is stored
 * already stays as it is, with the time at which it was first seen. Only inside a transaction.
 */
export async function storeObservations({ series, observations, unit, source, at }: Batch, tx: Tx): Promise<void> {
  const rows = JSON.stringify(observations)
  await tx.$executeRaw`
    INSERT INTO "ReplacedObservation" (id, series, date, value, units, "fetchedAt", source, "replacedAt")
    SELECT gen_random_uuid(), o.series, o.date, o.value, o.units, o."fetchedAt", o.source, ${at}
    FROM "Observation" o
    JOIN jsonb_to_recordset(${rows}::jsonb) AS n(date date, value numeric) ON n.date = o.date
    WHERE o.series = ${series} AND (o.value <> round(n.value, 8) OR o.units <> ${unit})`
  await tx.$executeRaw`
    INSERT INTO "Observation" (series, date, value, units, "fetchedAt", source)
    SELECT ${series}, n.date, n.value, ${unit}, ${at}, ${source}
    FROM jsonb_to_recordset(${rows}::jsonb) AS n(date date, value numeric)
    ON CONFLICT (series, date) DO UPDATE
    SET value = EXCLUDED.value, units = EXCLUDED.units, "fetchedAt" = EXCLUDED."fetchedAt", source = EXCLUDED.source
    WHERE "Observation".value <> EXCLUDED.value OR "Observation".units <> EXCLUDED.units`
}

interface ReplacedRow extends Omit<ReplacedValue, 'series' | 'date'> {
  series: string
  date: string
}

/** The values that were replaced last, the latest first. */
export async function listReplaced(most: number): Promise<ReplacedValue[]> {
  const rows = await db().$queryRaw<ReplacedRow[]>`
    SELECT r.series, r.date::text AS date, r.value::float8 AS value, r."fetchedAt", r."replacedAt",
      o.value::float8 AS current
    FROM "ReplacedObservation" r JOIN "Observation" o ON o.series = r.series AND o.date = r.date
    ORDER BY r."replacedAt" DESC, r.series, r.date DESC LIMIT ${most}`
  return rows.map((row) => ({ ...row, series: row.series as StoredSeriesId, date: row.date as IsoDate }))
}
