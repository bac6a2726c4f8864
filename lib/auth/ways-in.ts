import 'server-only'
import type { OidcIdentity } from '@/lib/db/oidc-identities'
import type { Visitor } from '@/lib/db/security-events'

/** The ways in, given by the route: each answers who it is, or null. */
export interface WaysIn {
  byPassword: (email: string, password: string) => Promise<string | null>
  /** What the password alone is not enough for. */
  checkSecondFactor: (
    userId: string,
    code: string | null,
    at: Date,
    visitor: Visitor,
  ) => Promise<'none' | 'ok' | 'missing' | 'wrong'>
  /** `answer` is what the device said, `challengeId` what this browser was given to sign. */
  byPasskey: (answer: string, challengeId: string) => Promise<string | null>
  asDemo: () => Promise<string>
  byProvider: (identity: OidcIdentity & { email: string | null }, visitor: Visitor, at: Date) => Promise<string | null>
  /** Writes a failed attempt into the log of whom it was made at, once the visitor has been answered. */
  noteFailure: (email: string, visitor: Visitor) => void
}
