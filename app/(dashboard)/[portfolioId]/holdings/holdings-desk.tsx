'use client'

import { useTranslations } from 'next-intl'
import { AccountsSection } from '@/app/(dashboard)/[portfolioId]/holdings/accounts-section'
import { BookAnswer } from '@/app/(dashboard)/[portfolioId]/holdings/book-answer'
import { ClassDialog } from '@/app/(dashboard)/[portfolioId]/holdings/class-dialog'
import { ColumnsProvider } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'
import { DeskProvider } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { EmptyHoldings } from '@/app/(dashboard)/[portfolioId]/holdings/empty-holdings'
import { Grid } from '@/app/(dashboard)/[portfolioId]/holdings/grid'
import { PasteDialog } from '@/app/(dashboard)/[portfolioId]/holdings/paste-dialog'
import { Toolbar } from '@/app/(dashboard)/[portfolioId]/holdings/toolbar'
import { useHoldingsDesk } from '@/app/(dashboard)/[portfolioId]/holdings/use-holdings-desk'
import { PageHead } from '@/components/ui/card'
import type { Book } from '@/lib/core/book'
import type { IsoDate } from '@/lib/core/units'

/** The holdings screen: what is stored comes from the server, everything that happens to it happens here. */
export function HoldingsDesk({ book, asOf }: { book: Book; asOf: IsoDate }) {
  const t = useTranslations('holdings')
  const { desk, view, pasting, accounts, ...rest } = useHoldingsDesk(book, asOf)
  const { groups, figures } = view
  return (
    <DeskProvider value={desk}>
      <PageHead title={t('title')} answer={<BookAnswer view={view} />} />
      {accounts.length === 0 ? (
        <EmptyHoldings />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <Toolbar view={view} entries={rest.entries} onPaste={() => pasting.open('')} />
            <ColumnsProvider value={view.columns}>
              <Grid {...rest.grid} groups={groups} figures={figures} accounts={accounts} cashCounts={book.cashCounts} />
            </ColumnsProvider>
            <p className="text-sm text-muted max-sm:hidden">{t('grid.keys')}</p>
          </div>
          <AccountsSection entries={accounts} cashCounts={book.cashCounts} />
        </div>
      )}
      <ClassDialog row={rest.classOf} onClose={rest.closeClass} onSaid={rest.skipSymbol} />
      <PasteDialog
        text={pasting.text}
        accountId={view.accountOf(rest.grid.cursor.place?.line)}
        accounts={view.accounts}
        onClose={pasting.close}
        onImported={pasting.imported}
      />
    </DeskProvider>
  )
}
