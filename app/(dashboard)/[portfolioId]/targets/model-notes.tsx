import { useLocale, useTranslations } from 'next-intl'
import { CalendarDate } from '@/components/values/date'
import { formatRatio } from '@/components/values/format'
import { INPUTS_FROM, INPUTS_TO, SWITCHING_RECORD } from '@/lib/core/model-inputs'
import { MODELS_DATED } from '@/lib/core/models'
import type { IsoDate } from '@/lib/core/units'

/** What is said with every built-in model, in the size of any result: what it is, and that no added value was found. */
export function ModelNotes() {
  const t = useTranslations('targets.models')
  const locale = useLocale()
  return (
    <div className="mb-6 grid gap-x-8 gap-y-2 lg:grid-cols-2">
      <p>{t.rich('examples', { date: () => <CalendarDate key="date" value={MODELS_DATED as IsoDate} /> })}</p>
      <p>
        {t('noAddedValue', {
          from: INPUTS_FROM.slice(0, 7),
          to: INPUTS_TO.slice(0, 7),
          switching: formatRatio(locale, SWITCHING_RECORD.switching),
          neutral: formatRatio(locale, SWITCHING_RECORD.neutral),
        })}
      </p>
    </div>
  )
}
