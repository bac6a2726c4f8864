import type { z } from 'zod'
import { readBody } from '@/app/api/v1/plan/read-body'

/** The JSON of a body in its shape, read only as far as it may be long; null where it is none, or of another shape. */
export async function readJson<T>(request: Request, most: number, shape: z.ZodType<T>): Promise<T | 'tooLong' | null> {
  const body = await readBody(request, most)
  if (body === 'tooLong') return 'tooLong'
  return body === 'notText' ? null : (shape.safeParse(parse(body)).data ?? null)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
