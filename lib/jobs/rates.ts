import 'server-only'
import { z } from 'zod'
import { workRateRound } from '@/lib/flows/rate-schedule'
import { jobOf } from '@/lib/jobs/job'

export const rateRound = jobOf('rateRound', 1, z.object({}), (_, signal) => workRateRound(signal))
