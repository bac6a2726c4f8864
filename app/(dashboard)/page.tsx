import { redirect } from 'next/navigation'
import { requireUser } from '@/lib/auth/session'
import { findPortfolio, listPortfolios } from '@/lib/db/portfolios'

/** Leads to the portfolio that was open last, else to the last changed one, else to where the first is made. */
export default async function HomePage() {
  const user = await requireUser()
  const last = user.lastPortfolioId && (await findPortfolio(user.id, user.lastPortfolioId))
  const opened = last || (await listPortfolios(user.id))[0]
  redirect(opened ? `/${opened.id}` : '/portfolios')
}
