'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { enter } from '@/app/(auth)/enter'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { MessageKey } from '@/lib/i18n/message-key'

/** One click, no form: a private demo. */
export function DemoForm() {
  const t = useTranslations()
  const [fault, start, pending] = useActionState<MessageKey | null>(() => enter('demo', {}, '/'), null)
  return (
    <form action={start} className="grid gap-2">
      {fault && (
        <Notice tone="error" live>
          {t(fault)}
        </Notice>
      )}
      <Button type="submit" icon="arrow-right" disabled={pending} className="h-9 w-full">
        {pending ? t('auth.demo.starting') : t('auth.demo.start')}
      </Button>
      <p className="text-center text-sm text-balance text-muted">{t('auth.demo.hint')}</p>
    </form>
  )
}
