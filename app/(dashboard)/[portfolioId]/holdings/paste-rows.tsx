'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useFaultText } from '@/app/(dashboard)/[portfolioId]/holdings/use-fault-text'
import { Icon, type IconName } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { CalendarDate } from '@/components/values/date'
import { Price } from '@/components/values/price'
import { Quantity } from '@/components/values/quantity'
import { WasBecomes } from '@/components/values/was-becomes'
import type { AccountRow } from '@/lib/core/book'
import type { HoldingValues, PasteOutcome, PasteRow } from '@/lib/core/pasted-holdings'

const LOOK: Record<PasteOutcome, { icon: IconName; tone: string }> = {
  add: { icon: 'plus', tone: 'text-positive' },
  update: { icon: 'pencil', tone: 'text-accent' },
  same: { icon: 'check', tone: 'text-muted' },
  merged: { icon: 'arrow-up', tone: 'text-accent' },
  rejected: { icon: 'error', tone: 'text-danger' },
}
const OUTCOMES = Object.keys(LOOK) as PasteOutcome[]

/** What would become of every pasted line. The counts add up to the lines. */
export function PasteRows({ rows, accounts }: { rows: PasteRow[]; accounts: readonly AccountRow[] }) {
  const t = useTranslations('holdings.paste')
  const [only, setOnly] = useState<PasteOutcome | 'all'>('all')
  const count = (outcome: PasteOutcome) => rows.filter((row) => row.outcome === outcome).length
  const present = OUTCOMES.filter((outcome) => count(outcome) > 0)
  const options = [
    { value: 'all' as const, label: t('lines', { count: rows.length }) },
    ...present.map((outcome) => ({ value: outcome, label: t(`count.${outcome}`, { count: count(outcome) }) })),
  ]
  const names = new Map(accounts.map((account) => [account.id, account.name]))
  const shown = rows.filter((row) => only === 'all' || !present.includes(only) || row.outcome === only)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h3 className="font-semibold">{t('outcome')}</h3>
      <div className="overflow-x-auto">
        <Segmented label={t('outcome')} options={options} value={only} onChange={setOnly} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section aria-label={t('outcome')} tabIndex={0} className="max-h-72 overflow-auto rounded-md border border-line">
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr className="text-left text-sm text-muted [&>th]:sticky [&>th]:top-0 [&>th]:border-b [&>th]:border-line [&>th]:bg-sunken [&>th]:px-2 [&>th]:py-1">
              <th className="text-right!">{t('line')}</th>
              <th>{t('role.symbol')}</th>
              <th>{t('role.account')}</th>
              <th>{t('outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.line} className="align-top [&>*]:border-b [&>*]:border-line [&>*]:px-2 [&>*]:py-1">
                <td className="text-right text-muted">{row.line}</td>
                <th scope="row" className="text-left font-semibold">
                  {row.symbol || '—'}
                  <span className="block max-w-52 truncate text-sm font-normal text-muted">{row.name}</span>
                </th>
                <td>{row.accountId ? names.get(row.accountId) : '—'}</td>
                <td>
                  <Outcome row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Outcome({ row }: { row: PasteRow }) {
  const t = useTranslations('holdings.paste')
  const faultText = useFaultText()
  const { icon, tone } = LOOK[row.outcome]
  return (
    <div className="grid gap-0.5">
      <span className={`inline-flex items-start gap-1 ${tone}`}>
        <Icon name={icon} className="mt-0.5" />
        <span>
          {row.outcome === 'merged' ? t('becomes.merged', { line: row.into ?? 0 }) : t(`becomes.${row.outcome}`)}
          {row.reason &&
            t('reason', { field: t(`role.${row.reason.field}`), reason: faultText(row.reason.key, row.symbol) })}
        </span>
      </span>
      {row.becomes && row.outcome !== 'same' && <Changes was={row.was} becomes={row.becomes} />}
    </div>
  )
}

/** Was → becomes, of what changes; everything, of what is added. */
function Changes({ was, becomes }: { was: HoldingValues | null; becomes: HoldingValues }) {
  const t = useTranslations('holdings')
  const price = (values: HoldingValues) => values.price !== null && <Price value={values.price} currency={null} />
  const date = (values: HoldingValues) => values.pricedOn !== null && <CalendarDate value={values.pricedOn} />
  const held = (values: HoldingValues) => <Quantity value={values.quantity} />
  return (
    <dl className="flex flex-wrap gap-x-4 text-sm">
      {was?.quantity !== becomes.quantity && (
        <Change label={t('column.quantity')} was={was && held(was)} becomes={held(becomes)} />
      )}
      {was?.price !== becomes.price && (
        <Change label={t('column.price')} was={was && price(was)} becomes={price(becomes)} />
      )}
      {was?.pricedOn !== becomes.pricedOn && (
        <Change label={t('column.pricedOn')} was={was && date(was)} becomes={date(becomes)} />
      )}
    </dl>
  )
}

function Change(shown: { label: string; was: ReactNode; becomes: ReactNode }) {
  const t = useTranslations('holdings.paste')
  return <WasBecomes {...shown} to={t('to')} />
}
