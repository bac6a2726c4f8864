import { useLocale, useTranslations } from 'next-intl'
import { money, usePositionText } from '@/app/(dashboard)/[portfolioId]/(overview)/texts'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/card'
import { formatMoney, formatPercent } from '@/components/values/format'
import { outsideBands } from '@/lib/core/overview'

/** The page's question as its title, and the answer in a sentence. */
export function Answer({ view }: { view: View }) {
  const t = useTranslations('overview')
  const { portfolio, adoption } = view
  const action = adoption ? (
    <ButtonLink variant="primary" href={`/${portfolio.id}/rebalance`}>
      {t('makePlan')}
    </ButtonLink>
  ) : (
    <ButtonLink variant="primary" href={`/${portfolio.id}/targets`}>
      {t('adoptTarget')}
    </ButtonLink>
  )
  return (
    <PageHead
      title={t('title')}
      answer={
        <span className="block max-w-[70rem] text-lg text-ink">
          {t.rich('answer.both', {
            first: () => <PositionSentence view={view} />,
            second: () => <TargetSentence view={view} />,
          })}
        </span>
      }
      actions={action}
    />
  )
}

function PositionSentence({ view }: { view: View }) {
  const t = useTranslations('overview.answer')
  const locale = useLocale()
  const positionText = usePositionText()
  const { account, comparison } = view.overview
  if (!comparison.position) return t(comparison.breakdown.total === 0n ? 'noPosition' : 'noNetValue')
  const subject = account ? t('account', { name: account.name }) : t('whole')
  const off = formatPercent(locale, comparison.position.off, { decimals: 1 })
  return t('position', { subject, position: positionText(comparison.position), off })
}

function TargetSentence({ view }: { view: View }) {
  const t = useTranslations('overview.answer')
  const locale = useLocale()
  const originName = useOriginName()
  const { moved, comparison } = view.overview
  if (!view.adoption) return t('noTarget')
  if (comparison.drift === null) return null
  return t.rich('target', {
    outside: outsideBands(comparison.rows).length,
    target: originName(view.adoption.origin),
    drift: formatPercent(locale, comparison.drift),
    amount: formatMoney(locale, moved, view.snapshot.currency),
    money,
  })
}
