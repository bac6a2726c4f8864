import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { HoldingsDesk } from '@/app/(dashboard)/[portfolioId]/holdings/holdings-desk'
import { asOf } from '@/lib/auth/clock'
import { requireUser } from '@/lib/auth/session'
import { isUuid } from '@/lib/core/uuid'
import { findBook } from '@/lib/db/book'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holdings')
  return { title: t('title') }
}

export default async function HoldingsPage({ params }: { params: Promise<{ portfolioId: string }> }) {
  const { portfolioId } = await params
  const user = await requireUser()
  const book = isUuid(portfolioId) ? await findBook(user.id, portfolioId) : null
  if (!book) notFound()
  return (
    <ClientMessages only={['holdings', 'targets', 'currencies']}>
      <HoldingsDesk key={portfolioId} book={book} asOf={await asOf()} />
    </ClientMessages>
  )
}
