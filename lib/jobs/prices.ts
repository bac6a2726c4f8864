import 'server-only'
import { z } from 'zod'
import { startPriceRound, workPriceJob } from '@/lib/flows/price-schedule'
import { jobOf } from '@/lib/jobs/job'

/** Several, because a source with a small allowance keeps one waiting for minutes. */
const AT_ONCE = 4
const claimed = z.object({ userId: z.uuid(), worker: z.uuid(), freshSince: z.iso.datetime().optional() })

export const prices = jobOf('prices', AT_ONCE, claimed, workPriceJob)
export const priceRound = jobOf('priceRound', 1, z.object({}), () => startPriceRound(new Date()))
