import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Wizard } from '@/app/(dashboard)/[portfolioId]/transfer/import/wizard'
import { asOf } from '@/lib/auth/clock'
import { requireUser } from '@/lib/auth/session'
import { isUuid } from '@/lib/core/uuid'
import { findBook } from '@/lib/db/book'
import { POSITIONS_FORMATS } from '@/lib/formats/positions'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('import.wizard')
  return { title: t('title') }
}

export default async function ImportPage({ params }: { params: Promise<{ portfolioId: string }> }) {
  const { portfolioId } = await params
  const user = await requireUser()
  const book = isUuid(portfolioId) ? await findBook(user.id, portfolioId) : null
  if (!book) notFound()
  return (
    <ClientMessages only={['import', 'targets']}>
      <Wizard
        key={portfolioId}
        portfolioId={portfolioId}
        accounts={book.accounts.map(({ id, name, currency }) => ({ id, name, currency }))}
        formats={POSITIONS_FORMATS.map(({ id }) => id).filter((id) => id !== 'generic')}
        asOf={await asOf()}
      />
    </ClientMessages>
  )
}
