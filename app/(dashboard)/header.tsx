import { cookies } from 'next/headers'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PortfolioNav } from '@/app/(dashboard)/portfolio-nav'
import { PortfolioSwitcher } from '@/app/(dashboard)/portfolio-switcher'
import { UserMenu } from '@/app/(dashboard)/user-menu'
import { readLook } from '@/app/look'
import { LocaleSwitch } from '@/components/ui/locale-switch'
import { Logo } from '@/components/ui/logo'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { HideAmountsToggle } from '@/components/values/hide-amounts-toggle'
import type { SessionUser } from '@/lib/auth/session'
import { listPortfolios } from '@/lib/db/portfolios'

export async function Header({ user }: { user: SessionUser }) {
  const t = await getTranslations('common.header')
  const { theme, amountsHidden } = readLook(await cookies())
  const portfolios = (await listPortfolios(user.id)).map(({ id, name }) => ({ id, name }))
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-1 px-3 sm:gap-x-2 sm:px-5 lg:h-12 lg:flex-nowrap">
        <Link href="/" className="flex h-12 items-center gap-2 rounded-md font-semibold" aria-label={t('label')}>
          <Logo />
          <span className="text-lg max-sm:hidden">{t('label')}</span>
        </Link>
        <PortfolioSwitcher portfolios={portfolios} last={user.lastPortfolioId} />
        <PortfolioNav portfolios={portfolios} last={user.lastPortfolioId} />
        <div className="ml-auto flex items-center">
          <HideAmountsToggle label={t('hideAmounts')} initial={amountsHidden} />
          <LocaleSwitch label={t('language')} />
          <ThemeMenu
            label={t('theme')}
            initial={theme}
            names={{ system: t('themeSystem'), light: t('themeLight'), dark: t('themeDark') }}
          />
          <UserMenu email={user.email} demo={user.demo} />
        </div>
      </div>
    </header>
  )
}
