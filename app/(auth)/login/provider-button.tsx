'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { MessageKey } from '@/lib/i18n/message-key'

async function goToProvider(next: string): Promise<MessageKey | null> {
  // It leaves the page when it succeeds.
  await signIn('oidc', { callbackUrl: next }).catch(() => null)
  return 'common.failure.unexpected'
}

/** Signs in at the configured OpenID provider. */
export function ProviderButton({ name, next }: { name: string; next: string }) {
  const t = useTranslations()
  const [fault, start, pending] = useActionState<MessageKey | null>(() => goToProvider(next), null)
  return (
    <form action={start} className="grid gap-2">
      {fault && !pending && (
        <Notice tone="error" live>
          {t(fault)}
        </Notice>
      )}
      <Button type="submit" disabled={pending} className="h-9 w-full">
        {t('auth.login.provider', { name })}
      </Button>
    </form>
  )
}
