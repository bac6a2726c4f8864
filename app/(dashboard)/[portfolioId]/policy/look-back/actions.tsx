'use server'

import type { ReactNode } from 'react'
import { z } from 'zod'
import { MOST_COST } from '@/app/(dashboard)/[portfolioId]/policy/look-back/choices'
import { FindingSentence } from '@/app/(dashboard)/[portfolioId]/policy/look-back/finding-sentence'
import { LookBackResult } from '@/app/(dashboard)/[portfolioId]/policy/look-back/look-back-result'
import { runLookBack } from '@/app/(dashboard)/[portfolioId]/policy/look-back/run-look-back'
import { asLevels, ownSchema } from '@/app/(dashboard)/[portfolioId]/policy/prices/schemas'
import { readPolicy } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { userAction } from '@/lib/auth/user-action'
import { success } from '@/lib/core/action-result'
import { REBALANCING } from '@/lib/core/look-back/strategies'
import { RISK_LEVELS } from '@/lib/core/models'

const lookBackSchema = z.strictObject({
  risk: z.enum(RISK_LEVELS),
  rebalancing: z.enum(REBALANCING),
  costBps: z.int().min(0).max(MOST_COST),
  own: ownSchema,
})

/** The look back with the user's own prices, ready to be shown. Nothing is stored. */
export const lookBackAction = userAction(lookBackSchema, async (user, { own, ...choices }) => {
  const result = runLookBack(await readPolicy(user.id), choices, asLevels(own))
  return success<ReactNode>(
    <>
      <p>
        <FindingSentence result={result} />
      </p>
      <LookBackResult result={result} />
    </>,
  )
})
