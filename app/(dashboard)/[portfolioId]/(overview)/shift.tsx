import { useTranslations } from 'next-intl'
import { MoneyChange } from '@/components/values/change'
import { Money } from '@/components/values/money'
import type { ClassRow } from '@/lib/core/drift'
import type { Cents } from '@/lib/core/units'

export type ShiftWord = 'buy' | 'sell' | 'hold' | 'classify' | 'place'

interface Props {
  value: Cents
  currency: string
  word: ShiftWord
}

/** The calculated shift to the target: sign, arrow and word; what is held asks for nothing and is pale. */
export function Shift({ value, currency, word }: Props) {
  const t = useTranslations('overview.word')
  const held = word === 'hold'
  return (
    <span className="inline-flex items-baseline justify-end gap-1 whitespace-nowrap">
      {held ? (
        <>
          <Money value={value} currency={currency} sign="always" symbol={false} className="text-muted" />
          <span aria-hidden className="inline-block w-3" />
        </>
      ) : (
        <MoneyChange value={value} currency={currency} symbol={false} />
      )}
      <span className={`w-[3.6em] text-left text-sm ${held ? 'text-muted' : 'font-semibold'}`}>{t(word)}</span>
    </span>
  )
}

/** Inside its band a class is held, whatever its shift. */
export function wordOf({ shift, band }: NonNullable<ClassRow['adopted']>): ShiftWord {
  if (band.side === 'inside') return 'hold'
  return shift > 0n ? 'buy' : 'sell'
}
