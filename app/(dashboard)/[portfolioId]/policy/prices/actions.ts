'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { pricesSchema } from '@/app/(dashboard)/[portfolioId]/policy/prices/schemas'
import { formatDate } from '@/components/values/format'
import { userAction } from '@/lib/auth/user-action'
import { success } from '@/lib/core/action-result'
import type { MonthlyValue } from '@/lib/core/month'
import { type PriceFileReading, readPriceFile } from '@/lib/formats/price-file'

/** What became of a file of prices: the months' last prices, and in words what was read and what was left out. */
export interface PricesRead {
  months: MonthlyValue[]
  lines: string[]
}

/** Lines beyond these say no more. */
const MOST_LINES = 5

/** Reads a file of prices. Nothing of it is stored: what was read goes back to the page. */
export const readPricesAction = userAction(pricesSchema, async (_user, { text }) => {
  const reading = readPriceFile(text)
  const lines = [...(await summaryOf(reading)), ...(await problemsOf(reading))]
  return success<PricesRead>({ months: reading.ok ? reading.file.months : [], lines })
})

async function summaryOf(reading: PriceFileReading): Promise<string[]> {
  const t = await getTranslations('lookBack.prices')
  if (!reading.ok) return [t(`fault.${reading.fault}`)]
  const locale = await getLocale()
  const { rows, from, to, adjusted } = reading.file
  const read = t('read', { rows, from: formatDate(locale, from), to: formatDate(locale, to) })
  return adjusted ? [read] : [read, t('notAdjusted')]
}

async function problemsOf(reading: PriceFileReading): Promise<string[]> {
  const t = await getTranslations('lookBack.prices')
  const problems = reading.ok ? reading.file.problems : reading.problems
  return problems
    .slice(0, MOST_LINES)
    .map(({ line, problem, text }) => t('line', { line, reason: t(`problem.${problem}`), text }))
}
