import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BasketPreview } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/basket-preview'
import { CalendarPreview } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/calendar-preview'
import { CsvPreview } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/csv-preview'
import { DownloadLink } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/download-link'
import { JsonPreview } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/json-preview'
import { PaperPreview } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/paper-preview'
import type { PlanFiles } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/plan-files'
import { SheetPreview } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/sheet-preview'
import { type ExportFormat, exportPath } from '@/app/(dashboard)/[portfolioId]/plans/export-path'
import { Section } from '@/components/ui/card'
import type { OpenPlan } from '@/lib/flows/open-plan'

interface Props {
  plan: OpenPlan
  files: PlanFiles
  format: ExportFormat
}

/** One form of file: what it is, its download, and what is in it. */
export function Preview({ plan, files, format }: Props) {
  const t = useTranslations('exports')
  return (
    <Section
      title={t(`forms.${format}`)}
      description={t(`page.about.${format}`)}
      actions={<Actions plan={plan} format={format} />}
    >
      <Body plan={plan} files={files} format={format} />
    </Section>
  )
}

function Body({ plan, files, format }: Props): ReactNode {
  const t = useTranslations('exports')
  if (format === 'xlsx') return files.sheets().map((sheet) => <SheetPreview key={sheet.name} sheet={sheet} />)
  if (format === 'csv') return <CsvPreview label={t('forms.csv')} text={files.csv()} />
  if (format === 'orders') return <CsvPreview label={t('forms.orders')} text={files.orders(null)} />
  if (format === 'ics') return <CalendarPreview days={files.days()} />
  if (format === 'ib') return <BasketPreview plan={plan} />
  if (format === 'pdf') return <PaperPreview plan={plan} staged={files.staged} />
  return <JsonPreview label={t('forms.json')} text={files.json()} />
}

function Actions({ plan, format }: Pick<Props, 'plan' | 'format'>) {
  const t = useTranslations('exports')
  if (format === 'ib') return null
  if (format === 'pdf') {
    return (['a4', 'letter'] as const).map((paper) => (
      <DownloadLink key={paper} href={exportPath(plan.id, 'pdf', { paper })} label={t(`page.pdf.${paper}`)} />
    ))
  }
  if (format !== 'orders') {
    return <DownloadLink href={exportPath(plan.id, format)} label={t('page.download')} />
  }
  const { accounts } = plan.document.snapshot
  const traded = accounts.filter(({ id }) => plan.document.plan.trades.some((trade) => trade.accountId === id))
  return [
    <DownloadLink key="all" href={exportPath(plan.id, 'orders')} label={t('page.allAccounts')} />,
    ...(traded.length > 1 ? traded : []).map(({ id, name }) => (
      <DownloadLink key={id} href={exportPath(plan.id, 'orders', { account: id })} label={name} />
    )),
  ]
}
