import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { findBook, saveCashCounts } from '@/lib/db/book'
import { changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'

/** Says whether a portfolio's cash counts as money-market funds; saying what is stored already changes nothing. */
export async function countCash(
  userId: string,
  { portfolioId, cashCounts }: { portfolioId: string; cashCounts: boolean },
): Promise<ActionResult<undefined>> {
  return changePortfolio<undefined>(userId, portfolioId, async (tx) => {
    const book = await findBook(userId, portfolioId, tx)
    if (!book) return refusal('notFound')
    if (book.cashCounts === cashCounts) nothingChanged(undefined)
    await saveCashCounts(userId, portfolioId, cashCounts, tx)
    return success()
  })
}
