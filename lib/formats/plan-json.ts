import { z } from 'zod'
import type { PlanDocument } from '@/lib/core/plan-document'
import { documentSchema } from '@/lib/formats/plan-schema'
import { upgradeDocument } from '@/lib/formats/plan-upgrade'

const FORMAT = { format: 'tidemark-plan', formatVersion: 1 } as const
const formatSchema = z.object({ format: z.literal(FORMAT.format), formatVersion: z.literal(FORMAT.formatVersion) })

/** A plan with its input as plain JSON; what is stored, and the body of the exported file. */
export const encodeDocument = (document: PlanDocument) => ({ ...FORMAT, ...z.encode(documentSchema, document) })

/** The inverse of `encodeDocument`, for older documents too; throws a `ZodError` that names every field that is not as it should be. */
export function decodeDocument(json: unknown): PlanDocument {
  formatSchema.parse(json)
  return documentSchema.parse(upgradeDocument(json))
}

/** A saved plan as a file: its document under the name and the instants of its record. */
export interface PlanFile {
  name: string
  /** ISO instants; `approvedAt` is null for a draft. */
  savedAt: string
  approvedAt: string | null
  document: PlanDocument
}

const headSchema = z.object({ name: z.string(), savedAt: z.iso.datetime(), approvedAt: z.iso.datetime().nullable() })

/** The text of the exported file. */
export function planJson({ document, ...head }: PlanFile): string {
  const { format, formatVersion, ...body } = encodeDocument(document)
  return `${JSON.stringify({ format, formatVersion, ...head, ...body }, null, 2)}\n`
}

/** Reads what `planJson` wrote; throws where it is not that. */
export function readPlanJson(text: string): PlanFile {
  const json: unknown = JSON.parse(text)
  return { ...headSchema.parse(json), document: decodeDocument(json) }
}
