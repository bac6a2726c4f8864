import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { PrintedTableView } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/paper-table'
import { PaperText } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/paper-text'
import { pdfWords } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/export/pdf-words'
import type { StagedPlan } from '@/lib/core/stages'
import type { OpenPlan } from '@/lib/flows/open-plan'
import type { Block } from '@/lib/formats/pdf/printed'
import { printedPlan } from '@/lib/formats/pdf/printed-plan'

/** What the printable file says, part by part. It is made from what the pages are made from. */
export async function PaperPreview({ plan, staged }: { plan: OpenPlan; staged: StagedPlan | null }) {
  const t = await getTranslations()
  const reader = { t, locale: await getLocale(), timeZone: await getTimeZone(), made: new Date() }
  const printed = printedPlan(plan.document, staged, pdfWords(plan, reader))
  return (
    <>
      <p className="text-muted">{t('exports.page.pdf.order')}</p>
      <article
        aria-label={t('exports.forms.pdf')}
        className="grid grid-cols-[minmax(0,1fr)] gap-5 rounded-lg border border-line bg-surface p-4 sm:p-6"
      >
        <div className="grid gap-1 [overflow-wrap:anywhere]">
          <p className="text-xl font-semibold">{printed.title}</p>
          <p className="text-sm text-muted">{printed.saved}</p>
          <p className="font-semibold">
            <PaperText text={printed.summary} />
          </p>
        </div>
        {printed.parts.map(({ title, blocks }) => (
          <section key={title} aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <h3 className="font-semibold">{title}</h3>
            {blocks.map((block, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what stands on a page has no name but its place
              <PrintedBlock key={i} block={block} />
            ))}
          </section>
        ))}
        <div className="grid gap-1">
          {printed.notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
          <p className="mt-2 text-sm text-muted [overflow-wrap:anywhere]">{printed.foot}</p>
        </div>
      </article>
    </>
  )
}

function PrintedBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'table':
      return <PrintedTableView table={block} />
    case 'line':
      return (
        <p className={`max-w-prose ${block.line.muted ? 'text-sm text-muted' : ''}`}>
          <PaperText text={block.line.text} />
        </p>
      )
    case 'subheading':
      return <h4 className="mt-2 font-semibold [overflow-wrap:anywhere]">{block.text}</h4>
    case 'figures':
      return (
        <dl className="grid w-fit grid-cols-[auto_auto] gap-x-6">
          {block.rows.map(([name, figure]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt>{name}</dt>
              <dd className="text-right">
                <PaperText text={figure} />
              </dd>
            </div>
          ))}
        </dl>
      )
  }
}
