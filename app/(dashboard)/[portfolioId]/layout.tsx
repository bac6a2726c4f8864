import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { requireUser } from '@/lib/auth/session'
import { findPortfolio, setLastPortfolio } from '@/lib/db/portfolios'

interface Props {
  params: Promise<{ portfolioId: string }>
  children: ReactNode
}

/** Another user's portfolio does not exist here. Each page asks again by its own read: a layout does not guard a page. */
export default async function PortfolioLayout({ params, children }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  if (!(await findPortfolio(user.id, portfolioId))) notFound()
  if (user.lastPortfolioId !== portfolioId) await setLastPortfolio(user.id, portfolioId)
  return children
}
