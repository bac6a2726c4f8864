'use client'

import { useTranslations } from 'next-intl'
import { type NamedPortfolio, sectionPath, useCurrentPortfolio } from '@/app/(dashboard)/use-current-portfolio'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuLink, MenuSeparator } from '@/components/ui/menu'

/** Opens another portfolio on the same page, or leads to where they are made and managed. */
export function PortfolioSwitcher({ portfolios, last }: { portfolios: NamedPortfolio[]; last: string | null }) {
  const t = useTranslations('common.header')
  const { current, section } = useCurrentPortfolio(portfolios, last)
  const trigger = (
    <>
      <span className="truncate">{current?.name ?? t('choosePortfolio')}</span>
      <Icon name="chevron-down" className="text-muted" />
    </>
  )
  return (
    <Menu
      trigger={trigger}
      label={current ? t('portfolio', { name: current.name }) : t('choosePortfolio')}
      className="max-w-28 min-w-0 font-semibold min-[26rem]:max-w-44 sm:max-w-60"
    >
      {portfolios.map(({ id, name }) => (
        // Opening a portfolio records it as the last one; looking ahead must not.
        <MenuLink key={id} href={sectionPath(id, section ?? 'overview')} chosen={id === current?.id} prefetch={false}>
          <span className="max-w-80 truncate">{name}</span>
        </MenuLink>
      ))}
      {portfolios.length > 0 && <MenuSeparator />}
      <MenuLink href="/portfolios?new=1" icon="plus">
        {t('newPortfolio')}
      </MenuLink>
      <MenuLink href="/portfolios" icon="pencil">
        {t('managePortfolios')}
      </MenuLink>
    </Menu>
  )
}
