import 'server-only'
import type { JobName } from '@/lib/db/job-boss'
import { cleanUp } from '@/lib/jobs/clean-up'
import type { Job } from '@/lib/jobs/job'
import { mail } from '@/lib/jobs/mail'
import { priceRound, prices } from '@/lib/jobs/prices'
import { rateRound } from '@/lib/jobs/rates'
import { series, seriesRound } from '@/lib/jobs/series'

/** Every queue has its job. */
export const JOBS: Record<JobName, Job> = { mail, prices, series, priceRound, seriesRound, rateRound, cleanUp }
