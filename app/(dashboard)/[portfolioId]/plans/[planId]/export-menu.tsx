'use client'

import { useTranslations } from 'next-intl'
import { EXPORT_FORMATS, exportPath } from '@/app/(dashboard)/[portfolioId]/plans/export-path'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'

const ITEM = 'flex min-h-8 w-full items-center rounded-md px-2 py-1 hover:bg-sunken focus:bg-sunken'

/** The files that a plan can be had as; each is a plain download. */
export function ExportMenu({ planId }: { planId: string }) {
  const t = useTranslations()
  return (
    <Menu
      align="end"
      className="border border-line-strong bg-surface px-3 font-semibold"
      trigger={
        <>
          <Icon name="download" />
          {t('plans.export.label')}
        </>
      }
    >
      {EXPORT_FORMATS.map((format) => (
        <a key={format} role="menuitem" className={ITEM} href={exportPath(planId, format)} download>
          {t(`plans.export.${format}`)}
        </a>
      ))}
    </Menu>
  )
}
