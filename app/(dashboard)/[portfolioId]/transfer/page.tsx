import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EarlierImports } from '@/app/(dashboard)/[portfolioId]/transfer/earlier-imports'
import { ExportSection } from '@/app/(dashboard)/[portfolioId]/transfer/export-section'
import { ButtonLink } from '@/components/ui/button'
import { PageHead, Section } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { findPortfolio } from '@/lib/db/portfolios'
import { listPositionsImports } from '@/lib/db/positions-imports'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  params: Promise<{ portfolioId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('import')
  return { title: t('title') }
}

export default async function TransferPage({ params }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  if (!(await findPortfolio(user.id, portfolioId))) notFound()
  const imports = await listPositionsImports(user.id, portfolioId)
  const t = await getTranslations('import')
  return (
    <ClientMessages only={['import']}>
      <PageHead title={t('title')} answer={t('answer')} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Section
          title={t('section.title')}
          description={t('section.description')}
          actions={
            <ButtonLink variant="primary" href={`/${portfolioId}/transfer/import`}>
              {t('section.start')}
            </ButtonLink>
          }
        >
          <EarlierImports portfolioId={portfolioId} imports={imports} />
        </Section>
        <ExportSection portfolioId={portfolioId} userId={user.id} />
      </div>
    </ClientMessages>
  )
}
