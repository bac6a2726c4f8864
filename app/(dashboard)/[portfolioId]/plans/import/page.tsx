import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlanFileDesk } from '@/app/(dashboard)/[portfolioId]/plans/import/plan-file-desk'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { findPortfolio } from '@/lib/db/portfolios'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  params: Promise<{ portfolioId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('planFiles.open'))('title') }
}

/** What does an exported plan hold, and is it what was exported? */
export default async function OpenPlanFilePage({ params }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  if (!(await findPortfolio(user.id, portfolioId))) notFound()
  const t = await getTranslations('planFiles.open')
  return (
    <ClientMessages only={['planFiles', 'plans', 'issues', 'targets', 'currencies']}>
      <Link href={`/${portfolioId}/plans`} className="text-accent underline-offset-2 hover:underline">
        {t('back')}
      </Link>
      <PageHead title={t('title')} answer={t('answer')} />
      <PlanFileDesk portfolioId={portfolioId} />
    </ClientMessages>
  )
}
