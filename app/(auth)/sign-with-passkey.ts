import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

/** A question to a passkey, and the address that passkeys of this installation work at. */
export interface PasskeyQuestion {
  options: PublicKeyCredentialRequestOptionsJSON
  origin: string
}

export const canUsePasskeys = (): boolean => typeof window.PublicKeyCredential === 'function'

/** Lets a device answer; null when its owner did not want to, or let the time pass. */
export async function signWithPasskey({ options }: PasskeyQuestion): Promise<AuthenticationResponseJSON | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return startAuthentication({ optionsJSON: options }).catch(() => null)
}
