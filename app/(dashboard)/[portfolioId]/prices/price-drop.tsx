'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { previewPriceFileAction, storePriceFileAction } from '@/app/(dashboard)/[portfolioId]/prices/actions'
import { FileReport } from '@/app/(dashboard)/[portfolioId]/prices/file-report'
import { usePutBack } from '@/app/(dashboard)/[portfolioId]/prices/use-put-back'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { DropField } from '@/components/ui/drop-field'
import type { PriceFileReport } from '@/lib/flows/drop-price-file'

/** Characters of one file; a longer one is not even sent. */
const LONGEST = 900_000

/** Takes a price file, shows what becomes of each price, and stores it only then. */
export function PriceDrop({ portfolioId }: { portfolioId: string }) {
  const t = useTranslations('prices.file')
  const [text, setText] = useState('')
  const [report, setReport] = useState<PriceFileReport | null>(null)
  const { pending, run } = useAction()
  const offerBack = usePutBack(portfolioId)
  const forget = () => {
    setText('')
    setReport(null)
  }
  const take = async (files: FileList | null) => {
    const given = await files?.[0]?.text()
    if (given === undefined) return
    forget()
    if (given.length > LONGEST) return setReport({ fault: 'tooLong', prices: [], problems: [] })
    setText(given)
    run(() => previewPriceFileAction({ portfolioId, text: given }), { done: setReport })
  }
  const store = () =>
    run(() => storePriceFileAction({ portfolioId, text }), {
      done: (former) => {
        forget()
        offerBack(t('stored', { count: former.length }), former)
      },
    })
  const taken = report?.prices.filter(({ outcome }) => outcome === 'taken').length ?? 0
  const kept = report?.prices.some(({ outcome }) => outcome === 'taken' || outcome === 'history')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <DropField
        label={t('drop')}
        hint={t('dropHint')}
        accept=".csv,.tsv,.txt,text/csv"
        disabled={pending}
        fault={report?.fault && t(`fault.${report.fault}`)}
        onTake={take}
      />
      {report && (
        <section aria-label={t('preview')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <FileReport report={report} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={forget}>{t('forget')}</Button>
            <Button variant="primary" disabled={pending || !kept} onClick={store}>
              {t('store', { count: taken })}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}
