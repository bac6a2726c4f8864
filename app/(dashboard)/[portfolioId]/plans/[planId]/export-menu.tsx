'use client'

import Link from 'next/link'
import { exportPath, type MENU_FORMATS } from '@/app/(dashboard)/[portfolioId]/plans/export-path'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuSeparator } from '@/components/ui/menu'

const ITEM = 'flex min-h-8 w-full items-center rounded-md px-2 py-1 hover:bg-sunken focus:bg-sunken'

interface Props {
  planId: string
  label: string
  forms: { format: (typeof MENU_FORMATS)[number]; label: string }[]
  /** The page that shows every file first. */
  preview: { href: string; label: string }
}

/** The files that a plan can be had as; each is a plain download, and one item leads to all of them. */
export function ExportMenu({ planId, label, forms, preview }: Props) {
  return (
    <Menu
      align="end"
      className="border border-line-strong bg-surface px-3 font-semibold"
      trigger={
        <>
          <Icon name="download" />
          {label}
        </>
      }
    >
      {forms.map((form) => (
        <a key={form.format} role="menuitem" className={ITEM} href={exportPath(planId, form.format)} download>
          {form.label}
        </a>
      ))}
      <MenuSeparator />
      <Link role="menuitem" className={ITEM} href={preview.href}>
        {preview.label}
      </Link>
    </Menu>
  )
}
