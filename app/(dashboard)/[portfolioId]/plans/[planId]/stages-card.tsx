import { useTranslations } from 'next-intl'
import { StagesForm, type StageWords } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/stages-form'
import { StagesTable } from '@/app/(dashboard)/[portfolioId]/plans/[planId]/stages-table'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { CalendarDate } from '@/components/values/date'
import { Money } from '@/components/values/money'
import { type StageChoice, type StagedPlan, stagePlan } from '@/lib/core/stages'
import type { OpenPlan } from '@/lib/flows/open-plan'

/** A plan that is carried out over several dates: what is due on each, and the cash after it. */
export function StagesCard({ plan }: { plan: OpenPlan }) {
  const t = useTranslations('exports.stages')
  const { document, stages: choice } = plan
  const words = useStageWords(choice)
  const staged = choice && stagePlan(document, choice)
  const [first, last] = [staged?.stages[0], staged?.stages.at(-1)]
  return (
    <Section
      className={staged ? '' : 'print:hidden'}
      title={t('title')}
      description={
        staged && first && last
          ? t.rich('staged', {
              count: staged.stages.length,
              first: () => <CalendarDate value={first.date} />,
              last: () => <CalendarDate value={last.date} />,
            })
          : t('none')
      }
    >
      <StagesForm
        key={plan.version}
        id={plan.id}
        version={plan.version}
        asOf={document.policy.asOf}
        stages={choice}
        words={words}
      />
      {staged && <Shortages plan={plan} staged={staged} />}
      {staged && <StagesTable document={document} staged={staged} />}
    </Section>
  )
}

/** Accounts that would run out of money, and what more orders cost. */
function Shortages({ plan: { document }, staged }: { plan: OpenPlan; staged: StagedPlan }) {
  const t = useTranslations('exports.stages')
  const { accounts, currency } = document.snapshot
  return (
    <>
      {staged.shortages.length > 0 && (
        <Notice tone="error" title={t('shortTitle')}>
          <ul className="grid gap-1">
            {staged.shortages.map(({ stage, accountId, missing }) => (
              <li key={`${stage} ${accountId}`} className="[overflow-wrap:anywhere]">
                {t.rich('short', {
                  stage: stage + 1,
                  account: accounts.find(({ id }) => id === accountId)?.name ?? '',
                  money: () => <Money value={missing} currency={currency} />,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {staged.extraFees > 0n && (
        <p className="text-muted">
          {t.rich('fees', { money: () => <Money value={staged.extraFees} currency={currency} /> })}
        </p>
      )}
      <p className="max-w-prose text-muted">
        {t('rule')} {t('prices')}
      </p>
    </>
  )
}

/** The form's words, so that the rest of the catalogue stays on the server. */
function useStageWords(choice: StageChoice | null): StageWords {
  const t = useTranslations('exports.stages')
  const usual = (['1week', '2week', '1month', '2month', '3month'] as const).map((value) => ({
    value,
    label: t(`interval${value}`),
  }))
  const present = choice && {
    value: `${choice.n}${choice.every}`,
    label: t('intervalOther', { n: choice.n, every: choice.every }),
  }
  return {
    count: t('count'),
    first: t('first'),
    interval: t('interval'),
    intervals: usual.some(({ value }) => value === present?.value) || !present ? usual : [...usual, present],
    set: t('set'),
    change: t('change'),
    remove: t('remove'),
    done: t('done'),
    removed: t('removed'),
    undo: t('undo'),
    conflict: t('conflict'),
    faults: { 'exports.stages.tooEarly': t('tooEarly'), 'exports.stages.tooLate': t('tooLate') },
  }
}
