import 'server-only'
import { z } from 'zod'
import { tidyJobs } from '@/lib/db/job-leases'
import { removeExpired } from '@/lib/flows/remove-expired'
import { jobOf } from '@/lib/jobs/job'

export const cleanUp = jobOf('cleanUp', 1, z.object({}), async () => {
  await removeExpired(new Date())
  await tidyJobs()
})
