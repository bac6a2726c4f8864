import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Suspense } from 'react'
import { type Place, withoutWas } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import type { ChoiceText } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { DifferenceFigures } from '@/app/(dashboard)/[portfolioId]/rebalance/difference-figures'
import { DifferenceRows } from '@/app/(dashboard)/[portfolioId]/rebalance/difference-rows'
import { readChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/read-choices'
import { diffPlans, isSamePlan } from '@/lib/core/plan-diff'
import type { ComputedPlan } from '@/lib/core/plan-document'
import { afterOthers } from '@/lib/flows/answer-questions'
import { computePlan } from '@/lib/flows/preview-plan'

interface Props {
  computed: ComputedPlan
  place: Place
}

/** What the last change of the choices has changed in the plan; nothing when there was none. */
export function Difference({ computed, place }: Props) {
  const t = useTranslations('rebalance.difference')
  if (!place.was) return null
  return (
    <aside aria-label={t('title')} className="rounded-lg border border-line bg-surface px-4 py-2 print:hidden">
      <Suspense key={JSON.stringify([place.was, place.text])} fallback={<p className="text-muted">{t('pending')}</p>}>
        <Compared computed={computed} place={place} was={place.was} />
      </Suspense>
    </aside>
  )
}

async function Compared({ computed, place, was }: Props & { was: ChoiceText }) {
  await afterOthers()
  const { snapshot, adoption, policy } = computed
  const read = readChoices(was)
  const earlier = read.ok ? computePlan(snapshot, adoption, read.choices, policy.asOf) : null
  return <Told computed={computed} earlier={earlier} place={place} was={was} />
}

function Told({ computed, earlier, place, was }: Props & { earlier: ComputedPlan | null; was: ChoiceText }) {
  const t = useTranslations('rebalance.difference')
  const link = 'font-semibold whitespace-nowrap text-accent underline-offset-2 hover:underline'
  const diff = earlier?.plan && computed.plan && diffPlans(earlier.plan, computed.plan)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-semibold">{t('title')}</p>
        <span className="flex gap-4 text-sm">
          <Link href={withoutWas(place, was)} scroll={false} prefetch={false} className={link}>
            {t('undo')}
          </Link>
          <Link href={withoutWas(place, place.text)} scroll={false} prefetch={false} className={link}>
            {t('keep')}
          </Link>
        </span>
      </div>
      {!diff && <p>{t(computed.plan ? 'noneBefore' : 'noneNow')}</p>}
      {diff && isSamePlan(diff) && <p>{t('same')}</p>}
      {diff && !isSamePlan(diff) && <DifferenceFigures diff={diff} currency={computed.snapshot.currency} />}
      {diff && <DifferenceRows diff={diff} snapshot={computed.snapshot} />}
    </div>
  )
}
