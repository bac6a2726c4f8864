'use client'

import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { writePreference } from '@/components/ui/preference'

export type Theme = 'system' | 'light' | 'dark'

interface Props {
  label: string
  /** What the server rendered. */
  initial: Theme
  names: Record<Theme, string>
}

/** Light, dark, or whatever the device says. */
export function ThemeMenu({ label, initial, names }: Props) {
  const [theme, setTheme] = useState(initial)
  const choose = (next: Theme) => {
    setTheme(next)
    writePreference('theme', next === 'system' ? null : next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }
  return (
    <Menu label={label} trigger={<Icon name="theme" />} align="end" className="text-muted hover:text-ink">
      {(['system', 'light', 'dark'] as const).map((choice) => (
        <MenuChoice key={choice} chosen={choice === theme} onClick={() => choose(choice)}>
          {names[choice]}
        </MenuChoice>
      ))}
    </Menu>
  )
}
