import { z } from 'zod'

/** Far above the length of a link's secret: only what cannot be one is cut off before it is looked up. */
const LONGEST = 200

export const tokenSchema = z.string().max(LONGEST)

/** The secret in a link's address; empty when there is none, or several. */
export const tokenIn = (token: string | string[] | undefined): string =>
  typeof token === 'string' && token.length <= LONGEST ? token : ''
