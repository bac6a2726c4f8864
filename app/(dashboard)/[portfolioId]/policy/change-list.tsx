import { useLocale, useTranslations } from 'next-intl'
import { useLegValue } from '@/app/(dashboard)/[portfolioId]/policy/leg-words'
import { Section } from '@/components/ui/card'
import { formatRatio } from '@/components/values/format'
import { type Evaluation, LEGS } from '@/lib/core/regime'
import { type Condition, changeDistance, type StateChange } from '@/lib/core/regime/distance'

/** What would change the state that is held, and how far away it is. */
export function ChangeList({ evaluation }: { evaluation: Evaluation }) {
  const t = useTranslations('policy.change')
  const states = useTranslations('units.regimeState')
  return (
    <Section title={t('title', { state: states(evaluation.held) })} description={t('description')}>
      <ul className="grid gap-3">
        {changeDistance(evaluation).map((change) => (
          <li key={change.to} className="grid gap-2 rounded-lg border border-line bg-surface p-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3>{t(`to.${change.conditions.length > 1 ? change.join : 'one'}`, { state: states(change.to) })}</h3>
              <p className="text-sm text-muted">
                {t('streak', { streak: Math.min(change.streak, change.needed), needed: change.needed })}
              </p>
            </div>
            <ul className="grid gap-1">
              {change.conditions.map((condition) => (
                <ConditionLine key={condition.measure} condition={condition} />
              ))}
            </ul>
            <Alone change={change} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ConditionLine({ condition: { measure, must, threshold, value, away, isMet } }: { condition: Condition }) {
  const t = useTranslations('policy.change')
  const legValue = useLegValue()
  const locale = useLocale()
  const text = (figure: number) => (measure === 'score' ? formatRatio(locale, figure) : legValue('bs', figure))
  return (
    <li className="flex flex-wrap gap-x-2">
      <span>{t(`must.${must}`, { measure: t(`measure.${measure}`), threshold: text(threshold) })}</span>
      <span className={isMet ? 'font-semibold' : 'text-muted'}>
        {value === null || away === null
          ? t('notKnown')
          : isMet
            ? t('met', { value: text(value) })
            : t('away', { value: text(value), away: text(Math.abs(away)).replace('+', '') })}
      </span>
    </li>
  )
}

/** How far each measure by itself would have to move. */
function Alone({ change: { alone } }: { change: StateChange }) {
  const t = useTranslations('policy')
  const legValue = useLegValue()
  if (!alone) return null
  const moves = LEGS.flatMap((leg) => {
    const move = alone[leg]
    return move ? [{ leg, move }] : []
  })
  if (moves.length === 0) return <p className="text-sm text-muted">{t('change.noneAlone')}</p>
  return (
    <p className="text-sm text-muted">
      {t('change.alone', {
        moves: moves
          .map(({ leg, move }) =>
            t('change.move', {
              name: t(`legs.${leg}.name`),
              raw: legValue(leg, move.raw),
              change: legValue(leg, move.change),
            }),
          )
          .join(t('change.or')),
      })}
    </p>
  )
}
