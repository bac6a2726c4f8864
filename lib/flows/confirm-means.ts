import 'server-only'
import { listPasskeyIds } from '@/lib/db/passkeys'
import { findTotp } from '@/lib/db/totp'
import { findPassword } from '@/lib/db/users'
import { relyingParty } from '@/lib/flows/relying-party'

/** By what a signed-in user can show who they are; with none of them only a new sign-in is left. */
export interface ConfirmMeans {
  password: boolean
  /** A code of the authenticator app: where there is no password. */
  code: boolean
  passkey: boolean
}

export async function confirmMeans(userId: string): Promise<ConfirmMeans> {
  const [stored, totp, passkeys] = await Promise.all([
    findPassword(userId),
    findTotp(userId),
    relyingParty() ? listPasskeyIds(userId) : [],
  ])
  const password = typeof stored?.passwordHash === 'string'
  return { password, code: !password && totp.confirmedAt !== null, passkey: passkeys.length > 0 }
}
