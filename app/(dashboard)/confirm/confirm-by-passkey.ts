import { signWithPasskey } from '@/app/(auth)/sign-with-passkey'
import { askConfirmPasskeyAction, confirmByPasskeyAction } from '@/app/(dashboard)/confirm/actions'
import type { MessageKey } from '@/lib/i18n/message-key'

/** Lets a passkey show who is there; null when it did, else why not. */
export async function confirmByPasskey(): Promise<{ key: MessageKey; origin?: string } | null> {
  const asked = await askConfirmPasskeyAction({})
  if (!asked.ok) return { key: `common.failure.${asked.code}` }
  const { origin } = asked.value
  if (origin !== window.location.origin) return { key: 'confirm.elsewhere', origin }
  const signed = await signWithPasskey(asked.value)
  if (!signed) return { key: 'confirm.notDone' }
  const { id, rawId, response } = signed
  const answer = { id, rawId, type: 'public-key' as const, response: { ...response } }
  const confirmed = await confirmByPasskeyAction({ answer })
  if (confirmed.ok) return null
  return { key: confirmed.fields ? 'confirm.wrong.passkey' : `common.failure.${confirmed.code}` }
}
