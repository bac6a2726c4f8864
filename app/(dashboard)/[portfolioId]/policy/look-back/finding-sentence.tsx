import { useLocale, useTranslations } from 'next-intl'
import { formatRatio } from '@/components/values/format'
import { LEAST_MONTHS, type LookBack } from '@/lib/core/look-back/look-back'
import { SHARPE_MARGIN } from '@/lib/core/look-back/sharpe-difference'

/** What was found, plainly, and in the same size that it is hypothetical. */
export function FindingSentence({ result }: { result: LookBack }) {
  const t = useTranslations('lookBack')
  const locale = useLocale()
  const text = () => {
    if (result.kind === 'none') return t(`none.${result.reason}`, { months: LEAST_MONTHS })
    const against = result.against.neutral
    const finding = t(`finding.${result.finding}`, {
      margin: formatRatio(locale, SHARPE_MARGIN),
      difference: formatRatio(locale, against?.difference ?? 0),
      error: formatRatio(locale, against?.standardError ?? 0),
    })
    return `${finding} ${t('hypothetical', { cost: result.terms.costBps })} ${t('inSample')}`
  }
  return <span className="block max-w-[70rem] text-lg text-pretty text-ink">{text()}</span>
}
