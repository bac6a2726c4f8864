import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { factsToday, type PolicyReading } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { useTargetRange } from '@/app/(dashboard)/[portfolioId]/policy/target-range'
import { Section } from '@/components/ui/card'
import { CalendarDate } from '@/components/values/date'
import { formatBillions } from '@/components/values/figure'
import { CHRONOLOGY_UNTIL, type PolicyFacts } from '@/lib/core/chronology'
import type { IsoDate } from '@/lib/core/units'

/** What the Federal Reserve has decided, as facts with dates. They stand beside the score and never enter it. */
export function Facts({ reading }: { reading: PolicyReading }) {
  const t = useTranslations('policy.facts')
  const facts = factsToday(reading)
  return (
    <Section title={t('title')} description={t('description')}>
      <div className="grid gap-3 rounded-lg border border-line bg-surface p-4">
        <dl className="grid gap-3">
          <RunOff facts={facts} />
          <Purchases facts={facts} />
          <LastMove facts={facts} />
        </dl>
        {!facts.isComplete && (
          <p className="text-sm text-warning">
            {t.rich('until', { date: () => <CalendarDate value={CHRONOLOGY_UNTIL} /> })}
          </p>
        )}
      </div>
    </Section>
  )
}

/** Sources as they are cited in English are marked as such; others are in the reader's language. */
function Fact({ name, source, children }: { name: string; source: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd>{children}</dd>
      <dd className="text-sm text-muted">{source}</dd>
    </div>
  )
}

const dateTag = (value: IsoDate) => () => <CalendarDate value={value} />

function RunOff({ facts: { runOff } }: { facts: PolicyFacts }) {
  const t = useTranslations('policy.facts')
  const { last, isRunning } = runOff
  return (
    <Fact name={t('runOff')} source={<span lang="en">{last.source}</span>}>
      {isRunning || !last.to
        ? t.rich('runOffRuns', { b: strong, from: dateTag(last.from) })
        : t.rich('runOffEnded', { b: strong, from: dateTag(last.from), to: dateTag(last.to) })}
    </Fact>
  )
}

function Purchases({ facts: { reserveManagement } }: { facts: PolicyFacts }) {
  const t = useTranslations('policy.facts')
  const locale = useLocale()
  const { pace, isRunning } = reserveManagement
  const oneSource = pace?.isOneSource ? ` ${t('oneSource')}` : ''
  return (
    <Fact name={t('purchases')} source={t('purchasesSource')}>
      {!pace
        ? t.rich('purchasesNone', { b: strong })
        : t.rich(isRunning ? 'purchasesRun' : 'purchasesPaused', {
            b: strong,
            pace: formatBillions(locale, pace.treasuries),
            from: dateTag(pace.from),
          })}
      {oneSource}
    </Fact>
  )
}

function LastMove({ facts: { lastMove } }: { facts: PolicyFacts }) {
  const t = useTranslations('policy.facts')
  const range = useTargetRange()
  if (!lastMove) return null
  return (
    <Fact name={t('lastMove')} source={t('moveSource')}>
      {t.rich(lastMove.to > lastMove.from ? 'hike' : 'cut', {
        b: strong,
        from: range(lastMove.from),
        to: range(lastMove.to),
        date: dateTag(lastMove.date),
      })}
    </Fact>
  )
}

const strong = (words: ReactNode) => <strong>{words}</strong>
