import 'server-only'
import { z } from 'zod'
import { startSeriesRound, workSeriesJob } from '@/lib/flows/series-schedule'
import { jobOf } from '@/lib/jobs/job'

const AT_ONCE = 4
const claimed = z.object({ userId: z.uuid(), worker: z.uuid(), freshSince: z.iso.datetime().optional() })

export const series = jobOf('series', AT_ONCE, claimed, workSeriesJob)
export const seriesRound = jobOf('seriesRound', 1, z.object({}), () => startSeriesRound(new Date()))
