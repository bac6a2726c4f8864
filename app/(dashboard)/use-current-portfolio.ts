'use client'

import { useParams, useSelectedLayoutSegments } from 'next/navigation'
import { useState } from 'react'

export interface NamedPortfolio {
  id: string
  name: string
}

/** The pages of a portfolio, in the order of the main row; the first one is its root. */
export const SECTIONS = ['overview', 'holdings', 'targets', 'rebalance', 'plans', 'policy', 'transfer'] as const
export type Section = (typeof SECTIONS)[number]

/** Pages without a place of their own in the main row stand under another one. */
const UNDER: Partial<Record<string, Section>> = { prices: 'holdings' }

export const sectionPath = (portfolioId: string, section: Section): string =>
  section === 'overview' ? `/${portfolioId}` : `/${portfolioId}/${section}`

/**
 * The portfolio that is open; on a page that belongs to none, the one that was open before it. The section is null there.
 * The layout does not render again when the address changes, so the browser has to remember.
 */
export function useCurrentPortfolio(portfolios: NamedPortfolio[], last: string | null) {
  const { portfolioId } = useParams<{ portfolioId?: string }>()
  const [, page] = useSelectedLayoutSegments()
  const [remembered, remember] = useState(last)
  const opened = portfolios.find(({ id }) => id === portfolioId)
  if (opened && opened.id !== remembered) remember(opened.id)
  const current = opened ?? portfolios.find(({ id }) => id === remembered) ?? portfolios[0] ?? null
  const section: Section | null = opened
    ? (SECTIONS.find((name) => name === page) ?? UNDER[page ?? ''] ?? 'overview')
    : null
  return { current, section }
}
