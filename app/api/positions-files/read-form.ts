import * as schemas from '@/app/api/positions-files/schema'
import { NO_CHOICES } from '@/lib/core/positions-import'
import { isUuid } from '@/lib/core/uuid'
import type { ImportOrder } from '@/lib/flows/import-positions'
import type { ImportRequest } from '@/lib/flows/preview-import'

/** All files of one import, with what is said of them. */
export const MOST_BYTES = 5_242_880
const MOST_FILES = 10
const LONGEST_NAME = 255

export interface ReadForm {
  request: ImportRequest
  /** Null for a preview. */
  order: Pick<ImportOrder, 'importId' | 'version'> | null
}

/**
 * The form of an import. A body that is longer than the limit is not read any further; one that ends early, or is no form, is `invalid` as a
 * whole.
 */
export async function readForm(request: Request): Promise<ReadForm | 'tooLong' | 'invalid'> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return 'invalid'
  const body = await readBytes(request)
  if (typeof body === 'string') return body
  try {
    // The type names the boundary; without its last line the parts are not complete, and this throws.
    return await partsOf(await new Response(body, { headers: { 'content-type': type } }).formData())
  } catch {
    return 'invalid'
  }
}

async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | 'tooLong' | 'invalid'> {
  const stated = Number(request.headers.get('content-length') ?? Number.NaN)
  if (stated > MOST_BYTES) return 'tooLong'
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of request.body ?? []) {
      length += piece.length
      if (length > MOST_BYTES) break
      pieces.push(piece)
    }
  } catch {
    // The connection ended before the body did; or the server minds that the rest is not read, and then the length says why.
    if (length <= MOST_BYTES) return 'invalid'
  }
  if (length > MOST_BYTES) return 'tooLong'
  if (!Number.isNaN(stated) && length !== stated) return 'invalid'
  return new Uint8Array(Buffer.concat(pieces))
}

async function partsOf(form: FormData): Promise<ReadForm | 'invalid'> {
  const portfolioId = textOf(form, 'portfolioId')
  const choices = schemas.choices.safeParse(jsonOf(form, 'choices') ?? NO_CHOICES)
  const mappings = schemas.mappings.safeParse(jsonOf(form, 'mappings') ?? {})
  const files = form.getAll('file')
  if (!isUuid(portfolioId) || !choices.success || !mappings.success) return 'invalid'
  if (files.length < 1 || files.length > MOST_FILES || files.some((file) => typeof file === 'string')) return 'invalid'
  const given = await Promise.all(files.flatMap((file) => (typeof file === 'string' ? [] : [bytesOf(file)])))
  const request = { portfolioId, files: given, choices: choices.data, mappings: mappings.data }
  if (textOf(form, 'store') !== '1') return { request, order: null }
  const order = schemas.order.safeParse({ importId: textOf(form, 'importId'), version: textOf(form, 'version') })
  return order.success ? { request, order: order.data } : 'invalid'
}

const bytesOf = async (file: File) => ({
  name: [...file.name].slice(0, LONGEST_NAME).join(''),
  bytes: new Uint8Array(await file.arrayBuffer()),
})

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Null where there is no such field; a text that is no JSON throws. */
function jsonOf(form: FormData, name: string): unknown {
  const text = textOf(form, name)
  return text === '' ? null : JSON.parse(text)
}
