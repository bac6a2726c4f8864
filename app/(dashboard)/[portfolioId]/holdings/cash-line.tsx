'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Cell } from '@/app/(dashboard)/[portfolioId]/holdings/cell'
import { CellEditor, type Leave } from '@/app/(dashboard)/[portfolioId]/holdings/cell-editor'
import type { Column } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { useColumns } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { cashLine } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { SaveMark } from '@/app/(dashboard)/[portfolioId]/holdings/row-marks'
import { type AccountEntry, shownAccount } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { accountTexts } from '@/lib/core/account-fields'
import type { AccountRow } from '@/lib/core/book'
import type { Bps, Cents } from '@/lib/core/units'
import { reserveOf } from '@/lib/core/valuation'

interface Props {
  entry: AccountEntry
  /** In the portfolio's currency; null where no rate leads there. */
  cash: Cents | null
  weight: Bps | null
  /** Cash counts as money-market funds. */
  counts: boolean
  /** The account is named, where the group is not the account. */
  named: boolean
  current: Column | null
  seed: string | null | undefined
}

/** An account's cash as a line of the grid; its amount is typed where values stand. */
export function CashLine({ entry, cash, weight, counts, named, current, seed }: Props) {
  const t = useTranslations()
  const { currency } = useDesk()
  const columns = useColumns()
  const account = shownAccount(entry)
  const line = cashLine(account.id)
  const editing = current === 'value' && seed !== undefined
  const shown: Partial<Record<Column, ReactNode>> = {
    symbol: <span className="font-semibold">{t('units.cash')}</span>,
    name: <CashNote account={account} named={named} />,
    class: counts ? (
      <span className="whitespace-nowrap">
        <ClassName assetClass="moneyFunds" short="always" />
      </span>
    ) : null,
    value: editing ? (
      <CashEditor entry={entry} seed={seed ?? null} />
    ) : entry.errors.cash ? (
      entry.texts.cash
    ) : (
      <CashValue account={account} cash={cash} currency={currency} />
    ),
    currency: <span className="text-muted">{account.currency}</span>,
    weight: weight === null ? null : <Percent value={weight} />,
    state: <SaveMark entry={entry} />,
  }
  return (
    <tr className="group/row hover:bg-sunken" aria-label={t('holdings.grid.cashRow', { account: account.name })}>
      {columns.map((column) => (
        <Cell
          key={column}
          line={line}
          column={column}
          current={current === column}
          editing={editing && column === 'value'}
          readOnly={column !== 'value'}
          fault={column === 'value' ? entry.errors.cash : undefined}
        >
          {shown[column]}
        </Cell>
      ))}
    </tr>
  )
}

/** In the portfolio's currency, and below it as it is kept. */
function CashValue({ account, cash, currency }: { account: AccountRow; cash: Cents | null; currency: string }) {
  const t = useTranslations('currencies')
  if (account.currency === currency) return <Money value={account.cash} symbol={false} />
  return (
    <>
      {cash === null ? <span className="text-warning">{t('unknown')}</span> : <Money value={cash} symbol={false} />}
      <span className="block text-sm text-muted">
        <Money value={account.cash} currency={account.currency} />
      </span>
    </>
  )
}

function CashNote({ account, named }: { account: AccountEntry['row']; named: boolean }) {
  const t = useTranslations('holdings')
  const reserve = reserveOf(account)
  return (
    <span className="text-sm text-muted">
      {named && <span className="block">{account.name}</span>}
      {reserve > 0n && t.rich('grid.reserve', { amount: () => <Money value={reserve} currency={account.currency} /> })}
    </span>
  )
}

function CashEditor({ entry, seed }: { entry: AccountEntry; seed: string | null }) {
  const t = useTranslations('holdings')
  const { accounts, cursor } = useDesk()
  const { id, name } = entry.row
  const place = { line: cashLine(id), column: 'value' as const }
  const initial = entry.texts.cash ?? accountTexts(entry.row).cash
  const onDone = (text: string, leave: Leave) => {
    if (text !== initial || entry.errors.cash) accounts.type(id, { cash: text })
    if (leave === 'stay') cursor.rest(place)
    else if (leave === 'down' || leave === 'up') cursor.leaveRow(place, leave === 'up')
    else cursor.step(place, leave === 'next' ? 1 : -1, 0)
  }
  return (
    <CellEditor
      label={t('grid.cashOf', { account: name })}
      initial={initial}
      seed={seed}
      onDone={onDone}
      onCancel={() => cursor.goTo(place)}
      inputMode="decimal"
      className="amount-input text-right"
    />
  )
}
