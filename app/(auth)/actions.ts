'use server'

import { redirect } from 'next/navigation'
import { clearSessionCookie } from '@/lib/auth/cookie'
import { endPresentSession } from '@/lib/auth/open-session'
import { sentFromThisSite } from '@/lib/auth/same-origin'
import { noteEvent } from '@/lib/auth/visitor'

/** Ends this session and leads to the sign-in page. The action of a plain form: it needs no script. */
export async function logOutAction(): Promise<void> {
  const userId = (await sentFromThisSite()) ? await endPresentSession() : null
  if (userId) await noteEvent(userId, 'signedOut')
  await clearSessionCookie()
  redirect('/login?notice=loggedOut')
}
