import { db, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

/** The user's mappings of files with these titles, as they were stored, by signature. */
export async function listImportMappings(
  userId: string,
  signatures: readonly string[],
  tx: Tx = db(),
): Promise<Map<string, unknown>> {
  const rows = await tx.importMapping.findMany({ where: { userId, signature: { in: [...signatures] } } })
  return new Map(rows.map((row) => [row.signature, row.mapping]))
}

/** Remembers how files with these titles are read. */
export async function saveImportMapping(
  userId: string,
  row: { signature: string; mapping: object; savedAt: Date },
  tx: Tx = db(),
): Promise<void> {
  const { signature, savedAt } = row
  const mapping = row.mapping as Prisma.InputJsonObject
  const update = { mapping, savedAt }
  await tx.importMapping.upsert({
    where: { userId_signature: { userId, signature } },
    create: { userId, signature, ...update },
    update,
  })
}
