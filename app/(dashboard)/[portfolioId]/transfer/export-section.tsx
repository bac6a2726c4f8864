import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { DownloadLink } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/download-link'
import { exportPage } from '@/app/(dashboard)/[portfolioId]/plans/export-path'
import { PlanStatus } from '@/app/(dashboard)/[portfolioId]/plans/plan-status'
import { ArchiveCard } from '@/app/(dashboard)/[portfolioId]/transfer/archive-card'
import { ButtonLink } from '@/components/ui/button'
import { Card, Section } from '@/components/ui/card'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import { findBook } from '@/lib/db/book'
import { listPlans, type PlanSummary } from '@/lib/db/plans'

/** What can be taken away: the book as it is now, and the files of every saved plan. */
export async function ExportSection({ portfolioId, userId }: { portfolioId: string; userId: string }) {
  const [book, plans] = await Promise.all([findBook(userId, portfolioId), listPlans(userId, portfolioId)])
  const t = await getTranslations('exports.section')
  return (
    <Section title={t('title')} description={t('hint')}>
      <Card className="grid gap-2">
        <h3 className="font-semibold">{t('holdings')}</h3>
        {book && book.accounts.length > 0 ? (
          <>
            <p className="text-muted">{t('holdingsHint')}</p>
            <div className="flex flex-wrap gap-2">
              <DownloadLink href={`/api/export/holdings/${portfolioId}?format=csv`} label={t('csv')} />
              <DownloadLink href={`/api/export/holdings/${portfolioId}?format=xlsx`} label={t('xlsx')} />
            </div>
          </>
        ) : (
          <p className="text-muted">{t('holdingsEmpty')}</p>
        )}
      </Card>
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <h3 className="font-semibold">{t('plans')}</h3>
        {plans.length > 0 ? (
          <>
            <p className="text-muted">{t('plansHint')}</p>
            <PlanFiles portfolioId={portfolioId} plans={plans} />
          </>
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <p className="text-muted">{t('noPlans')}</p>
            <ButtonLink href={`/${portfolioId}/rebalance`}>{t('makePlan')}</ButtonLink>
          </div>
        )}
      </Card>
      <ArchiveCard headed />
    </Section>
  )
}

async function PlanFiles({ portfolioId, plans }: { portfolioId: string; plans: PlanSummary[] }) {
  const t = await getTranslations()
  return (
    <Table label={t('exports.section.plans')}>
      <thead>
        <tr>
          <Th>{t('plans.column.name')}</Th>
          <Th className="max-sm:hidden">{t('plans.column.saved')}</Th>
          <Th>{t('plans.column.status')}</Th>
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>*]:border-b-0">
        {plans.map((plan) => (
          <Tr key={plan.id}>
            <RowHead className="py-1">
              <Link
                href={exportPage(portfolioId, plan.id)}
                prefetch={false}
                aria-label={t('exports.section.filesOf', { name: plan.name })}
                className="text-accent underline underline-offset-2 [overflow-wrap:anywhere]"
              >
                {plan.name}
              </Link>
            </RowHead>
            <Td className="max-sm:hidden">
              <Instant value={plan.createdAt} />
            </Td>
            <Td>
              <PlanStatus approvedAt={plan.approvedAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
