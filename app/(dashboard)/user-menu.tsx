'use client'

import { useTranslations } from 'next-intl'
import { logOutAction } from '@/app/(auth)/actions'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'

/** Who is signed in, the settings, and the way out. */
export function UserMenu({ email, demo }: { email: string | null; demo: boolean }) {
  const t = useTranslations('common.header')
  return (
    <Menu label={t('user')} trigger={<Icon name="user" />} align="end" className="text-muted hover:text-ink">
      <p className="max-w-72 truncate px-2 py-1 text-sm text-muted">
        {email ? t('signedInAs', { email }) : t(demo ? 'demoUser' : 'signedIn')}
      </p>
      <MenuSeparator />
      <MenuLink href="/settings">{t('settings')}</MenuLink>
      <form action={logOutAction}>
        <MenuItem type="submit">{t('logOut')}</MenuItem>
      </form>
    </Menu>
  )
}
