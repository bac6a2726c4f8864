import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/values/money'
import { decimalText } from '@/lib/core/decimal'
import { DEFAULT_TERMS, type Terms } from '@/lib/core/plan'
import { RATE_DECIMALS, type Rate, rate, WHOLE } from '@/lib/core/units'

const PERCENT = 100n

/** What the plan was judged by and kept to, where that was not as usual. */
export function TermInputs({ terms, currency }: { terms: Terms; currency: string }) {
  const t = useTranslations('plans.inputs.terms')
  const locale = useLocale()
  const number = (value: Rate, times = 1n) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: RATE_DECIMALS }).format(
      decimalText(rate(value * times), RATE_DECIMALS) as Intl.StringNumericLiteral,
    )
  const basisPoints = (value: Rate) => number(value, BigInt(WHOLE))
  const { tax, lossCredit, netting, orderFee, spread, location, turnoverCap, securities } = terms
  const cost = location[0]?.cost
  const money = (value: typeof orderFee) => ({ money: () => <Money value={value} currency={currency} /> })
  return (
    <ul>
      {tax !== DEFAULT_TERMS.tax && <li>{t('tax', { weight: number(tax) })}</li>}
      {orderFee !== 0n && <li>{t.rich('orderFee', money(orderFee))}</li>}
      {spread !== 0n && <li>{t('spread', { bps: basisPoints(spread) })}</li>}
      {turnoverCap !== null && <li>{t.rich('turnoverCap', money(turnoverCap))}</li>}
      {lossCredit !== 0n && <li>{t('lossCredit', { share: number(lossCredit, PERCENT) })}</li>}
      {netting && <li>{t('netting')}</li>}
      {securities !== DEFAULT_TERMS.securities && (
        <li>{t(`securities.${typeof securities === 'string' ? securities : 'given'}`)}</li>
      )}
      {cost !== undefined && <li>{t('location', { bps: basisPoints(cost) })}</li>}
    </ul>
  )
}

/** True when nothing was chosen that `TermInputs` would tell. */
export const areUsual = (terms: Terms): boolean =>
  terms.tax === DEFAULT_TERMS.tax &&
  terms.orderFee === 0n &&
  terms.spread === 0n &&
  terms.turnoverCap === null &&
  terms.lossCredit === 0n &&
  !terms.netting &&
  terms.securities === DEFAULT_TERMS.securities &&
  terms.location.length === 0
