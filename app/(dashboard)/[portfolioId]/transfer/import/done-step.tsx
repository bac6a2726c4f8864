'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ChangeWords, RowSum } from '@/app/(dashboard)/[portfolioId]/transfer/import/counts'
import type { WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import { useUndoImport } from '@/app/(dashboard)/[portfolioId]/transfer/use-undo-import'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { ImportDone } from '@/lib/core/positions-import'

interface Props {
  wizard: WizardState
  done: ImportDone
  portfolioId: string
}

/** What the import did, and the one way back. */
export function DoneStep({ wizard, done: { importId, counts, changes }, portfolioId }: Props) {
  const t = useTranslations('import')
  const [undone, setUndone] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const { pending, undo } = useUndoImport(portfolioId, () => setUndone(true))
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Card className="grid gap-2">
        <h2 ref={head} tabIndex={-1} className="text-lg outline-none">
          {t('done.title')}
        </h2>
        <ChangeWords changes={changes} />
        <p className="text-muted">
          <RowSum counts={counts} />
        </p>
        {importId === null && <p>{t('done.nothing')}</p>}
      </Card>
      {undone && <Notice live>{t('done.undone')}</Notice>}
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={`/${portfolioId}/holdings`}>
          {t('done.holdings')}
        </ButtonLink>
        {importId !== null && !undone && (
          <Button icon="undo" disabled={pending} onClick={() => undo(importId)}>
            {t('done.undo')}
          </Button>
        )}
        <Button onClick={wizard.restart}>{t('done.again')}</Button>
        <ButtonLink href={`/${portfolioId}/transfer`}>{t('done.overview')}</ButtonLink>
      </div>
    </section>
  )
}
