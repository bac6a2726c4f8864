import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'

interface Wish {
  options: PublicKeyCredentialCreationOptionsJSON
  /** The address that passkeys of this installation work at. */
  origin: string
}

interface NewPasskey {
  id: string
  rawId: string
  type: 'public-key'
  response: { clientDataJSON: string; attestationObject: string; transports?: string[] }
}

export type MadePasskey = { answer: NewPasskey } | { fault: 'elsewhere' | 'known' | 'notMade' | 'unsupported' }

/** Lets this device make a passkey. */
export async function makePasskey({ options, origin }: Wish): Promise<MadePasskey> {
  if (origin !== window.location.origin) return { fault: 'elsewhere' }
  const { browserSupportsWebAuthn, startRegistration } = await import('@simplewebauthn/browser')
  if (!browserSupportsWebAuthn()) return { fault: 'unsupported' }
  try {
    const { id, rawId, response } = await startRegistration({ optionsJSON: options })
    const { clientDataJSON, attestationObject, transports } = response
    return {
      answer: {
        id,
        rawId,
        type: 'public-key',
        response: { clientDataJSON, attestationObject, ...(transports && { transports }) },
      },
    }
  } catch (error) {
    // A device says by this name that it has one for this account (WebAuthn 2, 5.1.3).
    return { fault: error instanceof Error && error.name === 'InvalidStateError' ? 'known' : 'notMade' }
  }
}
