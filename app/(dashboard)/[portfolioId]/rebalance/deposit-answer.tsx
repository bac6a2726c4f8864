import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Place, withChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { Money } from '@/components/values/money'
import { decimalText } from '@/lib/core/decimal'
import { depositToTarget } from '@/lib/core/deposit'
import type { ComputedPlan } from '@/lib/core/plan-document'
import type { Cents } from '@/lib/core/units'

/** How much money would have to come in to be on target, or inside the bands, without a sale. */
export function DepositAnswer({ computed, place }: { computed: ComputedPlan; place: Place }) {
  const t = useTranslations('rebalance.deposit')
  const units = useTranslations('units.assetClass')
  const { snapshot, policy } = computed
  const { onTarget, insideBands, binding } = depositToTarget(snapshot, policy.target, policy.terms.reserveCounts)
  const shown = { place, currency: snapshot.currency }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <Answer name="onTarget" amount={onTarget} {...shown} />
      {binding && <p>{t(onTarget === null ? 'impossible' : 'binding', { name: units(binding) })}</p>}
      <Answer name="insideBands" amount={insideBands} {...shown} />
      <p className="max-w-prose text-sm text-muted">{t('hint')}</p>
    </div>
  )
}

const CENT_PLACES = 2

interface AnswerProps {
  name: 'onTarget' | 'insideBands'
  amount: Cents | null
  place: Place
  currency: string
}

function Answer({ name, amount, place, currency }: AnswerProps) {
  const t = useTranslations('rebalance.deposit')
  if (amount === null) return <p>{t(`${name}Never`)}</p>
  if (amount === 0n) return <p>{t(`${name}Now`)}</p>
  const typed = { mode: 'buyOnly', flow: 'invest', amount: decimalText(amount, CENT_PLACES, CENT_PLACES) }
  return (
    <p>
      {t.rich(name, { money: () => <Money value={amount} currency={currency} className="font-semibold" /> })}{' '}
      <Link
        href={withChoices(place, typed)}
        scroll={false}
        prefetch={false}
        className="font-semibold whitespace-nowrap text-accent underline-offset-2 hover:underline"
      >
        {t('use')}
      </Link>
    </p>
  )
}
