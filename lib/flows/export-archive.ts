import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { readArchive } from '@/lib/db/archive-read'
import { type Digest, packArchive } from '@/lib/formats/archive'

export const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** Everything that this user has as one file; null when it would be larger than a file that is read again. */
export async function exportArchive(userId: string, at: Date): Promise<Uint8Array | null> {
  const contents = await readArchive(userId)
  return packArchive({ id: randomUUID(), madeAt: at.toISOString(), contents }, sha256)
}
