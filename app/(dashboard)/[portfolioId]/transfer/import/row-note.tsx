'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { noteFigure, noteMoney } from '@/app/(dashboard)/[portfolioId]/transfer/import/note-figures'
import { CalendarDate } from '@/components/values/date'
import { Money } from '@/components/values/money'
import { Price } from '@/components/values/price'
import { Quantity } from '@/components/values/quantity'
import type { ImportNote } from '@/lib/core/positions-import'
import { isoDate, unitPrice } from '@/lib/core/units'
import type { MessageKey } from '@/lib/i18n/message-key'

type Tags = Record<string, () => ReactNode>

/** What in a row does not fit together, with its figures; nothing for a code that has no words. */
export function RowNote({ note: { code, values } }: { note: ImportNote }) {
  const t = useTranslations()
  const key = `import.note.${code}` as MessageKey
  if (!t.has(key)) return null
  const tags: Tags = {
    product: () => <Amount text={values.product} />,
    value: () => <Amount text={values.value} />,
    file: () => <Amount text={values.file} />,
    ours: () => <Amount text={values.ours ?? values.read} />,
    amount: () => <Exact text={values.amount} />,
    price: () => <NotePrice text={values.price} />,
    date: () => <NoteDate text={values.date} />,
  }
  return (t.rich as (key: MessageKey, values: Tags) => ReactNode)(key, tags)
}

interface Text {
  text: string | undefined
}

function Amount({ text = '' }: Text) {
  const value = noteMoney(text)
  return value === null ? text : <Money value={value} symbol={false} />
}

function Exact({ text = '' }: Text) {
  const value = noteFigure(text)
  return value === null ? text : <Quantity value={value} />
}

function NotePrice({ text = '' }: Text) {
  const value = noteFigure(text)
  return value === null ? text : <Price value={unitPrice(value)} currency={null} />
}

function NoteDate({ text = '' }: Text) {
  const value = isoDate(text)
  return value === null ? text : <CalendarDate value={value} />
}
