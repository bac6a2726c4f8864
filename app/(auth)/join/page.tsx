import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BecomeAdministrator } from '@/app/(auth)/join/become-administrator'
import { JoinForm } from '@/app/(auth)/join/join-form'
import { tokenIn } from '@/app/(auth)/link-token'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { findUser } from '@/lib/auth/session'
import { openJoinLink } from '@/lib/flows/join'
import { ClientMessages } from '@/lib/i18n/client-messages'

/** The address holds a secret: no other site is told it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.join')
  return { title: t('titleInvite'), referrer: 'no-referrer' }
}

const KIND_WORDS = { register: '', invite: 'Invite', setup: 'Setup' } as const

/** Opening a link changes nothing, so that a mail scanner does not use it up. */
export default async function JoinPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const token = tokenIn((await searchParams).token)
  const [t, link, user] = await Promise.all([getTranslations('auth.join'), openJoinLink(token, new Date()), findUser()])
  if (!link) {
    return (
      <Card className="grid gap-4 p-5">
        <h1 className="text-xl">{t('titleInvite')}</h1>
        <Notice tone="warning">{t('over')}</Notice>
        <ButtonLink href="/login" className="h-9">
          {t('toLogin')}
        </ButtonLink>
      </Card>
    )
  }
  const kind = KIND_WORDS[link.kind]
  return (
    <ClientMessages only={['auth']}>
      {link.kind === 'setup' && user && !user.demo && (
        <Card className="grid gap-4 p-5">
          <BecomeAdministrator token={token} email={user.email ?? ''} />
        </Card>
      )}
      <Card className="grid gap-4 p-5">
        <div className="grid gap-1">
          <h1 className="text-xl">{t(`title${kind}`)}</h1>
          <p className="text-muted">{t(`answer${kind}`, { email: link.email ?? '' })}</p>
        </div>
        <JoinForm token={token} email={link.email} />
      </Card>
    </ClientMessages>
  )
}
