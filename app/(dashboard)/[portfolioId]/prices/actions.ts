'use server'

import { revalidatePath } from 'next/cache'
import * as schemas from '@/app/(dashboard)/[portfolioId]/prices/schemas'
import { asOf } from '@/lib/auth/clock'
import { takeAttempt } from '@/lib/auth/limits'
import { userAction } from '@/lib/auth/user-action'
import { refusal, success } from '@/lib/core/action-result'
import { findPortfolio } from '@/lib/db/portfolios'
import { listQuotes } from '@/lib/db/price-quotes'
import { movePriceSource, setCoin, setPriceSource } from '@/lib/db/price-settings'
import { previewPriceFile, storePriceFile } from '@/lib/flows/drop-price-file'
import { savePriceKey } from '@/lib/flows/price-keys'
import { putPricesBack, takePrice } from '@/lib/flows/take-price'

const SHOWN_QUOTES = 30

/** Every page of a portfolio computes from its prices; after a refusal too, to show what is stored now. */
function refreshed<T>(answer: T): T {
  revalidatePath('/', 'layout')
  return answer
}

export const switchPriceSourceAction = userAction(schemas.switchedSource, async (user, { source, on }) => {
  await setPriceSource(user.id, source, on)
  return refreshed(success())
})

export const movePriceSourceAction = userAction(schemas.movedSource, async (user, { source, by }) => {
  await movePriceSource(user.id, source, by)
  return refreshed(success())
})

/** Stores the user's key of a source, or removes it when the text is empty. The key is never answered. */
export const savePriceKeyAction = userAction(schemas.savedKey, async (user, { source, key }) => {
  if (!(await savePriceKey(user.id, source, key))) return refusal('invalid', { fields: { key: 'prices.key.wrong' } })
  return refreshed(success())
})

export const nameCoinAction = userAction(schemas.namedCoin, async (user, { symbol, coin }) => {
  await setCoin(user.id, symbol, coin === '' ? null : coin)
  return refreshed(success())
})

export const priceHistoryAction = userAction(schemas.shownHistory, async (user, { symbol }) =>
  success(await listQuotes(user.id, symbol, SHOWN_QUOTES)),
)

export const takePriceAction = userAction(schemas.takenPrice, async (user, input) =>
  refreshed(await takePrice(user.id, input)),
)

export const putPricesBackAction = userAction(schemas.formerPrices, async (user, input) =>
  refreshed(await putPricesBack(user.id, input)),
)

export const previewPriceFileAction = userAction(schemas.priceFile, async (user, input) => {
  if ((await takeAttempt('priceFile', user.id)) > 0) return refusal('tooMany')
  if (!(await findPortfolio(user.id, input.portfolioId))) return refusal('notFound')
  return success(await previewPriceFile(user.id, await asOf(), input))
})

export const storePriceFileAction = userAction(schemas.priceFile, async (user, input) => {
  if (!(await findPortfolio(user.id, input.portfolioId))) return refusal('notFound')
  return refreshed(await storePriceFile(user.id, await asOf(), { ...input, at: new Date() }))
})
