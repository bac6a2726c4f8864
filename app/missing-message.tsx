import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

/** The same for what never was and for what is somebody else's. */
export async function MissingMessage() {
  const t = await getTranslations('common.missingPage')
  return (
    <div className="mx-auto grid max-w-lg justify-items-start gap-3 px-4 py-16">
      <h1 className="text-2xl">{t('title')}</h1>
      <p className="text-muted">{t('body')}</p>
      <ButtonLink href="/" variant="primary">
        {t('home')}
      </ButtonLink>
    </div>
  )
}
