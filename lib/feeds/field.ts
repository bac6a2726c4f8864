import { z } from 'zod'
import { isoDate } from '@/lib/core/units'

/** A calendar date as text. */
export const dateField = z.string().transform((text, context) => {
  const date = isoDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: 'not a date' })
  return z.NEVER
})

const NUMBER = /^-?\d+(?:\.\d+)?$/

/** A plain decimal number as text, or as a number; never what only `Number` would take for one, as an empty text. */
export const numberField = z.union([z.number(), z.string().regex(NUMBER).transform(Number)])

/** A number, or one of the texts with which a feed says that there is none. */
export const numberOr = (...missing: readonly [string, ...string[]]) =>
  z.union([numberField, z.enum(missing).transform(() => null)])
