import { z } from 'zod'
import { readJson } from '@/app/api/read-json'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findUser } from '@/lib/auth/session'
import { dropSeriesFiles, MOST_FILES, previewSeriesFiles } from '@/lib/flows/drop-series-files'

export const dynamic = 'force-dynamic'

/** All the files of one drop; the longest series of FRED is half a megabyte. */
const LONGEST_BODY = 8_388_608
const headers = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

const given = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().max(1000), text: z.string() }))
    .min(1)
    .max(MOST_FILES),
  store: z.boolean(),
})

/** Reads files of series that the user dropped: first only to show what they hold, then to store it for this user. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return failure(403, 'forbidden')
  const user = await findUser()
  if (!user) return failure(401, 'signedOut')
  const body = await readJson(request, LONGEST_BODY, given)
  if (body === 'tooLong') return failure(413, 'tooLong')
  if (!body) return failure(400, 'invalid')
  const { files, store } = body
  if (!store) return Response.json({ readings: previewSeriesFiles(files) }, { headers })
  const readings = await dropSeriesFiles(user.id, files, new Date())
  return readings ? Response.json({ readings }, { headers }) : failure(422, 'tooMany')
}

const failure = (status: number, error: string): Response => Response.json({ error }, { status, headers })
