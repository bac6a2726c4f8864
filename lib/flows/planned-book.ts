import { examplePolicy } from '@/lib/core/example-policy'
import { builtInModel } from '@/lib/core/models'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { saveAdoption } from '@/lib/db/adoptions'
import { db } from '@/lib/db/client'
import { newUser } from '@/lib/db/test-users'
import type { PlanChoices } from '@/lib/flows/preview-plan'

/** For tests: a user with a small book far from the target that it has adopted. */
const { asOf, target, ...plain } = examplePolicy()
export const AS_OF = asOf
const ACCOUNT_HOLDINGS = [
  {
    symbol: 'VUG',
    quantity: '600',
    price: '250',
    lots: { create: { quantity: '600', unitCost: '120', acquiredOn: new Date('2020-01-02') } },
  },
  { symbol: 'TLT', quantity: '10', price: '90' },
  { symbol: 'QQQ', quantity: '0', price: '400' },
  { symbol: 'GLD', quantity: '0', price: '210' },
  { symbol: 'IBIT', quantity: '0', price: '51.5' },
]

export interface PlannedBook {
  userId: string
  portfolioId: string
  accountId: string
}

export async function plannedBook(): Promise<PlannedBook> {
  const userId = await newUser()
  const pricedOn = new Date(`${AS_OF}T00:00:00Z`)
  const holdings = { create: ACCOUNT_HOLDINGS.map((h) => ({ ...h, pricedOn, priceSource: 'manual' })) }
  const accounts = { create: { name: 'Brokerage', tax: 'taxable' as const, cashCents: 1_000_000n, holdings } }
  const portfolio = await db().portfolio.create({
    data: { userId, name: 'Test', accounts },
    include: { accounts: true },
  })
  await adopt(userId, portfolio.id, 'postQt')
  return { userId, portfolioId: portfolio.id, accountId: portfolio.accounts[0]?.id ?? '' }
}

export async function adopt(userId: string, portfolioId: string, state: 'tightening' | 'postQt'): Promise<void> {
  const origin = { kind: 'builtIn', risk: 'balanced', state } as const
  const target = { weights: builtInModel('balanced', state), bands: DEFAULT_BANDS, destination: 'target' as const }
  await saveAdoption(userId, portfolioId, { id: crypto.randomUUID(), origin, ...target }, db())
}

export const CHOICES: PlanChoices = { ...plain, destination: null }
