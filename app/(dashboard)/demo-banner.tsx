import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ResetDemo } from '@/app/(dashboard)/reset-demo'
import { formatInstant } from '@/components/values/format'

/** Says that this is a demo and when it goes; it can be set back to its start at any time. */
export async function DemoBanner({ expiresAt }: { expiresAt: Date }) {
  const t = await getTranslations('common.demo')
  const when = formatInstant(await getLocale(), expiresAt, await getTimeZone(), 'both')
  return (
    <section aria-label={t('label')} className="border-b border-line bg-info-soft print:hidden">
      <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-3 px-3 py-1 sm:px-5">
        <p>{t('banner', { when })}</p>
        <ResetDemo />
      </div>
    </section>
  )
}
