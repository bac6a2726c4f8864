'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

interface Props {
  error: unknown
  retry: () => void
}

/** What happened, what was kept, what to do. The error itself stays in the server's log, under the reference. */
export function ErrorMessage({ error, retry }: Props) {
  const t = useTranslations('common')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <div className="mx-auto grid max-w-lg justify-items-start gap-3 px-4 py-16">
      <h1 className="text-2xl">{t('errorPage.title')}</h1>
      <p className="text-muted">{t('errorPage.body')}</p>
      {digest && <p className="text-sm text-muted">{t('errorPage.reference', { digest })}</p>}
      <Button variant="primary" onClick={retry}>
        {t('action.retry')}
      </Button>
    </div>
  )
}
