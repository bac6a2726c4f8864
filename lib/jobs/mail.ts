import 'server-only'
import { z } from 'zod'
import { deliverMail } from '@/lib/flows/deliver-mail'
import { jobOf } from '@/lib/jobs/job'

const AT_ONCE = 2

/** A server that took a mail and was not heard gets it again, under the same number, by which a mail program knows it. */
export const mail = jobOf('mail', AT_ONCE, z.object({ id: z.uuid(), sealed: z.string() }), deliverMail)
