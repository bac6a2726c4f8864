import { useTranslations } from 'next-intl'
import {
  exactMoney,
  exactPrice,
  exactQuantity,
  exactRate,
} from '@/app/(dashboard)/[portfolioId]/plans/report/exact-text'
import { CalendarDate } from '@/components/values/date'
import { FxRate } from '@/components/values/fx-rate'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { Price } from '@/components/values/price'
import { Quantity } from '@/components/values/quantity'
import { isAssetClass } from '@/lib/core/asset-class'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'
import type { Change } from '@/lib/core/snapshot-diff'
import { DESTINATIONS } from '@/lib/core/targets'
import { TRADINGS } from '@/lib/core/trading'
import { bps, isoDate } from '@/lib/core/units'

interface Props {
  change: Change
  text: string | null
  currency: string
}

/** One side of a change, as the rest of the product shows such a value. */
export function ChangeValue({ change: { field }, text, currency }: Props) {
  const t = useTranslations()
  if (text === null) return t('units.none')
  switch (field) {
    case 'cash':
    case 'reserve':
      return <Money value={exactMoney(text)} currency={currency} />
    case 'quantity':
    case 'unit':
      return <Quantity value={exactQuantity(text)} />
    case 'price':
      return <Price value={exactPrice(text)} currency={currency} />
    case 'rate':
      return <FxRate value={exactRate(text)} />
    case 'weight':
      return <Percent value={bps(Number(text))} />
    case 'pricedOn':
      return <DateOf text={text} />
    case 'priceAge':
    case 'rateAge':
      return t('plans.inputs.days', { count: Number(text) })
    case 'split':
      return <Split text={text} />
    case 'tax':
      return <Word words={TAX_TREATMENTS} text={text} name={(word) => t(`units.tax.${word}`)} />
    case 'destination':
      return <Word words={DESTINATIONS} text={text} name={(word) => t(`units.destination.${word}`)} />
    case 'trading':
      return <Word words={TRADINGS} text={text} name={(word) => t(`plans.moved.trading.${word}`)} />
    case 'cashCounts':
      return t(text === 'true' ? 'plans.moved.yes' : 'plans.moved.no')
    default:
      return text
  }
}

function DateOf({ text }: { text: string }) {
  const date = isoDate(text)
  return date ? <CalendarDate value={date} /> : text
}

function Word<T extends string>({
  words,
  text,
  name,
}: {
  words: readonly T[]
  text: string
  name: (word: T) => string
}) {
  const word = words.find((known) => known === text)
  return word ? name(word) : text
}

/** `growth:6500 tech:3500`: one class by its name alone, several with their shares. */
function Split({ text }: { text: string }) {
  const t = useTranslations('units.assetClassShort')
  const parts = text.split(' ').map((part) => part.split(':'))
  return parts.map(([name = '', share = ''], i) => (
    <span key={name}>
      {i > 0 && ' + '}
      {isAssetClass(name) ? t(name) : name} {parts.length > 1 && <Percent value={bps(Number(share))} decimals={0} />}
    </span>
  ))
}
