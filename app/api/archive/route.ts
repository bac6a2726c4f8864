import { getTranslations } from 'next-intl/server'
import { readBytes } from '@/app/api/archive/read-bytes'
import { isRecent } from '@/lib/auth/recent'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findUser } from '@/lib/auth/session'
import { noteEvent } from '@/lib/auth/visitor'
import { isoDate } from '@/lib/core/units'
import { exportArchive } from '@/lib/flows/export-archive'
import { type ArchiveAnswer, importArchive, previewArchive } from '@/lib/flows/import-archive'
import { MOST_PACKED } from '@/lib/formats/archive'
import { attachment, datedFileName } from '@/lib/formats/attachment'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

/** Everything that the user has as one file, for somebody who has shown a short while ago that it is them. */
export async function GET(): Promise<Response> {
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  if (!isRecent(user)) return failure(403, 'confirm')
  const at = new Date()
  const bytes = await exportArchive(user.id, at)
  if (!bytes) return failure(422, 'tooMuch')
  await noteEvent(user.id, 'archiveExported')
  const day = isoDate(at.toISOString().slice(0, 10))
  const name = day ? datedFileName('tidemark-archive', day, '', 'zip') : 'tidemark-archive.zip'
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'Content-Type': 'application/zip', 'Content-Disposition': attachment(name) },
  })
}

/** Says what such a file, which is the body, would add; with `?act=import` it adds it. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return failure(403, 'forbidden')
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  const bytes = await readBytes(request, MOST_PACKED)
  if (bytes === 'tooLong') return failure(413, 'tooLarge')
  if (bytes === 'cut') return failure(400, 'damaged')
  const t = await getTranslations('archive')
  const given = { userId: user.id, bytes, decorate: (name: string) => t('copyOf', { name }) }
  const act = new URL(request.url).searchParams.get('act')
  if (act !== 'import') return answer(await previewArchive(given))
  const imported = await importArchive(given, new Date())
  if (imported.ok) await noteEvent(user.id, 'archiveImported')
  return answer(imported)
}

function answer<T>(done: ArchiveAnswer<T>): Response {
  if (done.ok) return Response.json(done.value, { headers })
  return failure(done.fault === 'busy' ? 503 : done.fault === 'tooLarge' ? 413 : 422, done.fault)
}

const failure = (status: number, error: string): Response => Response.json({ error }, { status, headers })
