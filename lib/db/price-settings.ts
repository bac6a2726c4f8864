import { z } from 'zod'
import { isPriceFeed, KEYED_FEEDS, type KeyedFeed, type PriceFeed } from '@/lib/core/price-feeds'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

/** Which price sources a user turned on, and what they need. */
export interface PriceSetting {
  /** The preferred one first. */
  sources: PriceFeed[]
  /** The user's keys, encrypted. */
  sealedKeys: Partial<Record<KeyedFeed, string>>
  /** When a source last refused its key. */
  refusedKeys: Partial<Record<KeyedFeed, Date>>
  /** By symbol, the id of the coin that the user named. */
  coins: Record<string, string>
}

const NOTHING_ON: PriceSetting = { sources: [], sealedKeys: {}, refusedKeys: {}, coins: {} }

const texts = z.record(z.string(), z.string()).catch({})
const sealed = z.partialRecord(z.enum(KEYED_FEEDS), z.string()).catch({})
const instants = z.partialRecord(z.enum(KEYED_FEEDS), z.coerce.date()).catch({})

/** What a user turned on; nothing until then. */
export async function findPriceSetting(userId: string): Promise<PriceSetting> {
  const row = await db().priceSetting.findUnique({ where: { userId } })
  return row ? toSetting(row) : NOTHING_ON
}

/** Turns a source on, as the last one in the order, or off. */
export async function setPriceSource(userId: string, source: PriceFeed, on: boolean): Promise<void> {
  await change(userId, ({ sources }) => {
    const others = sources.filter((name) => name !== source)
    return { sources: on ? [...others, source] : others }
  })
}

/** Asks a source one place earlier or later; nothing happens at an end of the order. */
export async function movePriceSource(userId: string, source: PriceFeed, by: -1 | 1): Promise<void> {
  await change(userId, ({ sources }) => {
    const order = [...sources]
    const from = order.indexOf(source)
    const other = order[from + by]
    if (from < 0 || other === undefined) return {}
    order[from] = other
    order[from + by] = source
    return { sources: order }
  })
}

/** Stores an encrypted key in the place of any before, or none; what was said of the last one does not count for the new one. */
export async function setPriceKey(userId: string, source: KeyedFeed, key: string | null): Promise<void> {
  await change(userId, ({ sealedKeys, refusedKeys }) => ({
    sealedKeys: without(sealedKeys, source, key === null ? {} : { [source]: key }),
    refusedKeys: without(refusedKeys, source),
  }))
}

/** Notes that a source refused this key; a key that the user has changed in the meantime is left alone. */
export async function notePriceKeyRefused(userId: string, source: KeyedFeed, key: string, at: Date): Promise<void> {
  await change(userId, ({ sealedKeys, refusedKeys }) =>
    sealedKeys[source] === key ? { refusedKeys: { ...refusedKeys, [source]: at } } : {},
  )
}

/** Remembers which coin a symbol is; null forgets it. */
export async function setCoin(userId: string, symbol: string, coin: string | null): Promise<void> {
  await change(userId, ({ coins }) => ({ coins: without(coins, symbol, coin === null ? {} : { [symbol]: coin }) }))
}

/** The users for whom prices are fetched by the clock. */
export async function listUsersWithPriceSources(): Promise<string[]> {
  const rows = await db().priceSetting.findMany({ orderBy: { userId: 'asc' }, select: { userId: true, sources: true } })
  return rows.filter(({ sources }) => sources.some(isPriceFeed)).map(({ userId }) => userId)
}

const without = <T extends object>(record: T, name: string, more: Partial<T> = {}): T =>
  ({ ...Object.fromEntries(Object.entries(record).filter(([key]) => key !== name)), ...more }) as T

/** Reads and writes under the row's lock, so that of two changes at once neither is lost. Names of other kinds in the list stay behind ours. */
async function change(userId: string, edit: (setting: PriceSetting) => Partial<PriceSetting>): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "PriceSetting" ("userId", "sources") VALUES (${userId}::uuid, '{}') ON CONFLICT DO NOTHING`
    await tx.$queryRaw`SELECT 1 FROM "PriceSetting" WHERE "userId" = ${userId}::uuid FOR UPDATE`
    const row = await tx.priceSetting.findUniqueOrThrow({ where: { userId } })
    const others = row.sources.filter((name) => !isPriceFeed(name))
    const { sources, ...rest } = edit(toSetting(row))
    const json = JSON.parse(JSON.stringify(rest)) as Record<string, Prisma.InputJsonValue>
    const data = { ...json, ...(sources && { sources: [...sources, ...others] }), version: { increment: 1 } }
    await tx.priceSetting.update({ where: { userId }, data })
  })
}

type Row = Prisma.PriceSettingGetPayload<true>

const toSetting = (row: Row): PriceSetting => ({
  sources: row.sources.filter(isPriceFeed),
  sealedKeys: sealed.parse(row.sealedKeys),
  refusedKeys: instants.parse(row.refusedKeys),
  coins: texts.parse(row.coins),
})
