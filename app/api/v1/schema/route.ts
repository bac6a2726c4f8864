import { z } from 'zod'
import { planAnswerSchema } from '@/lib/formats/plan-answer-schema'
import { planRequestSchema } from '@/lib/formats/plan-request-schema'

const published = {
  request: z.toJSONSchema(planRequestSchema, { io: 'input' }),
  answer: z.toJSONSchema(planAnswerSchema, { io: 'input' }),
}

/** The JSON Schema of what `POST /api/v1/plan` and the command line take and answer. It says nothing of anyone, and anyone may read it. */
export function GET(): Response {
  return Response.json(published, { headers: { 'Cache-Control': 'public, max-age=3600' } })
}
