'use client'

import { useTranslations } from 'next-intl'
import { useFaultText } from '@/app/(dashboard)/[portfolioId]/holdings/use-fault-text'
import type { LotField, LotFields } from '@/app/(dashboard)/[portfolioId]/holdings/use-lots'
import { IconButton } from '@/components/ui/button'
import { Input } from '@/components/ui/field'
import { MoneyChange } from '@/components/values/change'
import { parseDate } from '@/lib/core/date-text'
import { parseDecimal } from '@/lib/core/decimal'
import { gainOf, isBlankLot, type LotTexts } from '@/lib/core/lot-fields'
import { type Cents, quantity, type UnitPrice, unitPrice } from '@/lib/core/units'

interface Props {
  line: LotTexts
  index: number
  price: UnitPrice | null
  lots: LotFields
}

const CELL = 'px-1 py-0.5 align-top'

/** One lot: three fields, and its gain at the present price. */
export function LotLine({ line, index, price, lots }: Props) {
  const t = useTranslations('holdings')
  const gain = price === null ? null : gainOfTexts(line, price)
  return (
    <tr
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) lots.leaveLine()
      }}
    >
      <td className={CELL}>
        <LotInput line={line} index={index} field="quantity" lots={lots} className="amount-input" />
      </td>
      <td className={CELL}>
        <LotInput line={line} index={index} field="unitCost" lots={lots} />
      </td>
      <td className={CELL}>
        <LotInput line={line} index={index} field="acquired" lots={lots} />
      </td>
      <td className="px-2 py-1.5 text-right align-top">
        {gain !== null && <MoneyChange value={gain} symbol={false} />}
      </td>
      <td className={CELL}>
        {!isBlankLot(line) && (
          <IconButton
            icon="trash"
            label={t('lots.remove', { number: index + 1 })}
            onClick={() => lots.remove(line.id)}
          />
        )}
      </td>
    </tr>
  )
}

const LABELS = { quantity: 'column.quantity', unitCost: 'lots.unitCost', acquired: 'lots.acquired' } as const

function LotInput({
  line,
  index,
  field,
  lots,
  className = '',
}: Omit<Props, 'price'> & { field: LotField; className?: string }) {
  const t = useTranslations('holdings')
  const faultText = useFaultText()
  const fault = lots.faults[`${index}.${field}`]
  const id = `lot-${line.id}-${field}`
  const dated = field === 'acquired' && (line.acquired === '' || /^\d{4}-\d{2}-\d{2}$/.test(line.acquired))
  return (
    <>
      <Input
        type={dated ? 'date' : 'text'}
        inputMode={field === 'acquired' ? undefined : 'decimal'}
        aria-label={t('lots.field', { field: t(LABELS[field]), number: index + 1 })}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? id : undefined}
        autoComplete="off"
        value={line[field]}
        onChange={(event) => lots.setField(line.id, field, event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') lots.leaveLine()
        }}
        className={`w-36 text-right ${className}`}
      />
      {fault && (
        <p id={id} className="max-w-36 text-sm text-danger">
          {faultText(fault)}
        </p>
      )}
    </>
  )
}

function gainOfTexts(line: LotTexts, price: UnitPrice): Cents | null {
  const held = parseDecimal(line.quantity)
  const cost = parseDecimal(line.unitCost)
  if (!held.ok || !cost.ok || !parseDate(line.acquired).ok) return null
  return gainOf({ quantity: quantity(held.value), unitCost: unitPrice(cost.value) }, price)
}
