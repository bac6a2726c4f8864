import 'server-only'
import { answerPasskey, passkeyAnswerSchema } from '@/lib/flows/answer-passkey'
import { relyingParty } from '@/lib/flows/relying-party'

/** The id of the user whose passkey answers this browser's challenge of a sign-in; `text` is the device's answer in JSON. */
export async function enterByPasskey(text: string, challengeId: string): Promise<string | null> {
  const party = relyingParty()
  const answer = passkeyAnswerSchema.safeParse(parsed(text))
  if (!party || !answer.success) return null
  const purposes = ['signIn', 'secondStep'] as const
  return answerPasskey({ challengeId, purposes, answer: answer.data, party }, new Date())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
