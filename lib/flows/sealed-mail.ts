import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/env'
import { MAIL_KINDS } from '@/lib/flows/compose-mail'
import { openKey, sealKey } from '@/lib/flows/seal-key'
import { LOCALES } from '@/lib/i18n/locale'

const PURPOSE = 'tidemark: a mail on its way'

const mailSchema = z.object({
  /** One mailbox: the pattern knows no line break, no comma and no quotation mark. */
  to: z.email(),
  kind: z.enum(MAIL_KINDS),
  locale: z.enum(LOCALES),
  link: z.url({ protocol: /^https?$/ }),
})

export type Mail = z.infer<typeof mailSchema>

/** A mail as it waits in the queue: whom it is for and where its link leads is for the server's eyes only. */
export interface SealedMail {
  id: string
  sealed: string
}

/** Seals a mail under the installation's secret; throws for what is no address or no link. */
export function sealMail(mail: Mail): SealedMail {
  const id = randomUUID()
  return { id, sealed: sealKey(id, JSON.stringify(mailSchema.parse(mail)), env().NEXTAUTH_SECRET, PURPOSE) }
}

/** The mail; null when it was sealed under another secret or changed. */
export function openMail({ id, sealed }: SealedMail): Mail | null {
  const text = openKey(id, sealed, env().NEXTAUTH_SECRET, PURPOSE)
  return text === null ? null : mailSchema.parse(JSON.parse(text))
}
