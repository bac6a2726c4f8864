'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { userAction } from '@/lib/auth/user-action'
import type { ActionResult } from '@/lib/core/action-result'
import { MONEY_CURRENCIES } from '@/lib/core/currency'
import { PORTFOLIO_NAME_LENGTH } from '@/lib/core/portfolio-name'
import {
  changeBaseCurrency,
  createPortfolio,
  deletePortfolio,
  renamePortfolio,
  restorePortfolio,
} from '@/lib/db/portfolios'
import { duplicatePortfolio } from '@/lib/flows/duplicate-portfolio'

const name = z
  .string()
  .trim()
  .min(1, { error: 'portfolios.nameRequired' })
  .max(PORTFOLIO_NAME_LENGTH, { error: 'portfolios.nameTooLong' })
  .regex(/^\P{Cc}*$/u)

/** The header lists the portfolios on every page. */
function shown<T, Current>(result: ActionResult<T, Current>): ActionResult<T, Current> {
  if (result.ok) revalidatePath('/', 'layout')
  return result
}

const baseCurrency = z.enum(MONEY_CURRENCIES)

export const createPortfolioAction = userAction(z.object({ id: z.uuid(), name, baseCurrency }), async (user, input) =>
  shown(await createPortfolio(user.id, input)),
)

export const changeBaseCurrencyAction = userAction(z.object({ id: z.uuid(), baseCurrency }), async (user, input) =>
  shown(await changeBaseCurrency(user.id, input)),
)

export const renamePortfolioAction = userAction(
  z.object({ id: z.uuid(), name, seenName: z.string().max(1000) }),
  async (user, input) => shown(await renamePortfolio(user.id, input)),
)

export const duplicatePortfolioAction = userAction(
  z.object({ id: z.uuid(), sourceId: z.uuid() }),
  async (user, input) => {
    const t = await getTranslations('portfolios')
    return shown(await duplicatePortfolio(user.id, input, (original) => t('copyName', { name: original })))
  },
)

export const deletePortfolioAction = userAction(z.object({ id: z.uuid() }), async (user, { id }) =>
  shown(await deletePortfolio(user.id, id, new Date())),
)

export const restorePortfolioAction = userAction(z.object({ id: z.uuid() }), async (user, { id }) =>
  shown(await restorePortfolio(user.id, id)),
)
