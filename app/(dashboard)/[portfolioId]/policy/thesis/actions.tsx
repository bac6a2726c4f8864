'use server'

import type { ReactNode } from 'react'
import { z } from 'zod'
import { asLevels, ownSchema } from '@/app/(dashboard)/[portfolioId]/policy/prices/schemas'
import { readPolicy } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { mayStart } from '@/app/(dashboard)/[portfolioId]/policy/thesis/start'
import { ThesisResult } from '@/app/(dashboard)/[portfolioId]/policy/thesis/thesis-result'
import { userAction } from '@/lib/auth/user-action'
import { refusal, success } from '@/lib/core/action-result'
import { dateField } from '@/lib/formats/exact-fields'

const trialSchema = z.strictObject({ start: dateField, own: ownSchema })

/** The trial with the user's own prices, ready to be shown. Nothing is stored. */
export const tryThesisAction = userAction(trialSchema, async (user, { start, own }) => {
  const { series, asOf } = await readPolicy(user.id)
  if (!mayStart(start, asOf)) return refusal('invalid')
  return success<ReactNode>(<ThesisResult series={series} own={asLevels(own)} start={start} asOf={asOf} />)
})
