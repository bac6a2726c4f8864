import { MOST_BYTES, type ReadForm, readForm } from '@/app/api/positions-files/read-form'
import { asOf } from '@/lib/auth/clock'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findUser } from '@/lib/auth/session'
import type { RefusalCode } from '@/lib/core/action-result'
import type { IsoDate } from '@/lib/core/units'
import { importPositions } from '@/lib/flows/import-positions'
import { previewImport } from '@/lib/flows/preview-import'
import type { Progress } from '@/lib/flows/read-import-files'
import { type ImportAnswer, importAnswerText } from '@/lib/formats/import-answer'

export const dynamic = 'force-dynamic'

const LINES = 'application/x-ndjson'
const HEADERS = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }

interface Answered {
  status: number
  answer: ImportAnswer
}

/**
 * Reads positions files and says what an import of them would do, or does it. A client that takes lines of JSON is told how far it is; its last
 * line is the answer.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return response({ status: 403, answer: { error: 'forbidden' } })
  const user = await findUser()
  if (!user) return response({ status: 401, answer: { error: 'signedOut' } })
  const form = await readForm(request)
  if (form === 'tooLong') return response({ status: 413, answer: { error: 'tooLong', mostBytes: MOST_BYTES } })
  if (form === 'invalid') return response({ status: 400, answer: { error: 'invalid' } })
  const today = await asOf()
  const run = (progress?: Progress) => answerForm(user.id, today, form, progress)
  return request.headers.get('accept')?.includes(LINES) ? lines(run) : response(await run())
}

async function answerForm(
  userId: string,
  today: IsoDate,
  { request, order }: ReadForm,
  progress?: Progress,
): Promise<Answered> {
  if (order === null) {
    const preview = await previewImport(userId, today, request, progress)
    return preview.ok ? { status: 200, answer: { preview: preview.value } } : refused(preview.code)
  }
  const done = await importPositions(userId, today, { ...request, ...order }, new Date(), progress)
  if (done.ok) return { status: 200, answer: { done: done.value } }
  return done.current ? { status: 409, answer: { error: 'conflict', preview: done.current } } : refused(done.code)
}

function refused(code: RefusalCode): Answered {
  if (code === 'notFound') return { status: 404, answer: { error: code } }
  return code === 'busy' ? { status: 503, answer: { error: code } } : { status: 400, answer: { error: 'invalid' } }
}

const response = ({ status, answer }: Answered): Response =>
  new Response(importAnswerText(answer), { status, headers: { ...HEADERS, 'Content-Type': 'application/json' } })

/** The steps as they are taken, one JSON text a line, then the answer with the status that it would have had alone. */
function lines(run: (progress: Progress) => Promise<Answered>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      try {
        const line = (text: string): void => stream.enqueue(encoder.encode(`${text}\n`))
        const { status, answer } = await run((step) => line(JSON.stringify(step)))
        line(`{"phase":"answer","status":${status},"answer":${importAnswerText(answer)}}`)
        stream.close()
      } catch (error) {
        stream.error(error)
      }
    },
  })
  return new Response(body, { headers: { ...HEADERS, 'Content-Type': LINES } })
}
