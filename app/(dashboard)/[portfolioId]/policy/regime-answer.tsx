import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { policyPath } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import type { PolicyReading } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { CalendarDate } from '@/components/values/date'
import { formatRatio } from '@/components/values/format'
import type { Evaluation } from '@/lib/core/regime'
import { daysBetween } from '@/lib/core/units'

const bold = (words: ReactNode) => <strong>{words}</strong>

/** The answer in a sentence: the state, since when, by which score of which day, from which data, and how old these are. */
export function RegimeAnswer({ reading, portfolioId }: { reading: PolicyReading; portfolioId: string }) {
  const t = useTranslations('policy.answer')
  const { measured, origin, standing } = reading
  const link = (words: ReactNode) => <Link href={policyPath(portfolioId, 'sources')}>{words}</Link>
  if (!measured || !standing) {
    return <span className="block max-w-[70rem] text-lg text-ink">{t.rich('never', { b: bold, link })}</span>
  }
  return (
    <span className="block max-w-[70rem] text-lg text-pretty text-ink">
      {standing.state === 'unknown' && <Unknown reading={reading} measured={measured} />}
      <Measured reading={reading} measured={measured} />{' '}
      {t.rich(`origin.${origin}`, { link, date: () => <CalendarDate value={measured.friday} /> })}
    </span>
  )
}

interface Part {
  reading: PolicyReading
  measured: Evaluation
}

function Measured({ reading: { standing, asOf }, measured }: Part) {
  const t = useTranslations('policy')
  const states = useTranslations('units.regimeState')
  const locale = useLocale()
  const { balanceSheet, rates } = measured.quadrant
  return (
    <>
      {t.rich(standing?.state === 'unknown' ? 'answer.last' : 'answer.measured', {
        b: bold,
        state: states(measured.held),
        since: () => <CalendarDate value={measured.heldSince} />,
        score: formatRatio(locale, measured.score ?? 0),
        date: () => <CalendarDate value={measured.friday} />,
        age: daysBetween(measured.friday, asOf),
      })}{' '}
      {balanceSheet &&
        rates &&
        t('answer.quadrant', { balanceSheet: t(`quadrant.${balanceSheet}`), rates: t(`quadrant.rates.${rates}`) })}
    </>
  )
}

function Unknown({ reading: { unknown, asOf }, measured }: Part) {
  const t = useTranslations('policy.answer')
  return (
    <>
      {t.rich(`unknown.${unknown === 'neverMeasured' ? 'notMeasured' : (unknown ?? 'held')}`, {
        b: bold,
        date: () => <CalendarDate value={measured.friday} />,
        age: daysBetween(measured.friday, asOf),
      })}{' '}
      {unknown && t('unknown.neutral')}{' '}
    </>
  )
}
