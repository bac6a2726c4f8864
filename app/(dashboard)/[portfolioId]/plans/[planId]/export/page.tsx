import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { FormNav } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/form-nav'
import { planFiles } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/plan-files'
import { Preview } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/preview'
import { isExportFormat } from '@/app/(dashboard)/[portfolioId]/plans/export-path'
import { PageHead } from '@/components/ui/card'
import { CalendarDate } from '@/components/values/date'
import { requireUser } from '@/lib/auth/session'
import { openPlan } from '@/lib/flows/open-plan'

interface Props {
  params: Promise<{ portfolioId: string; planId: string }>
  searchParams: Promise<{ format?: string | string[] }>
}

/** Title and page ask for the same plan; it is read once per request. */
const planOf = cache(openPlan)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const plan = await planOf((await requireUser()).id, (await params).planId)
  const t = await getTranslations('exports.page')
  return { title: plan ? `${t('title')} · ${plan.name}` : t('title') }
}

/** What does each file of this plan hold? */
export default async function ExportPage({ params, searchParams }: Props) {
  const { portfolioId, planId } = await params
  const user = await requireUser()
  const plan = await planOf(user.id, planId)
  if (plan?.portfolioId !== portfolioId) notFound()
  const { format: asked } = await searchParams
  const format = typeof asked === 'string' && isExportFormat(asked) ? asked : 'xlsx'
  const [t, locale] = [await getTranslations(), await getLocale()]
  const { policy, snapshot } = plan.document
  return (
    <>
      <Link href={`/${portfolioId}/plans/${planId}`} className="text-accent underline-offset-2 hover:underline">
        {t('exports.page.back')}
      </Link>
      <PageHead
        title={<span className="[overflow-wrap:anywhere]">{`${t('exports.page.title')}: ${plan.name}`}</span>}
        answer={t.rich('exports.page.answer', {
          date: () => <CalendarDate value={policy.asOf} />,
          currency: snapshot.currency,
        })}
      />
      <FormNav portfolioId={portfolioId} planId={planId} current={format} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <Preview plan={plan} files={planFiles(plan, t, locale)} format={format} />
        <p className="max-w-prose text-muted">{t('exports.page.notAdvice')}</p>
      </div>
    </>
  )
}
