import 'server-only'
import { enqueue } from '@/lib/db/job-queue'
import { type Mail, sealMail } from '@/lib/flows/sealed-mail'

/** Puts a mail with one link on its way: the queue keeps it, sealed, until a mail server took it. Nobody waits for that. */
export async function sendMail(mail: Mail): Promise<void> {
  const sealed = sealMail(mail)
  await enqueue('mail', sealed, { key: sealed.id })
}
