'use client'

import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { writePreference } from '@/components/ui/preference'

/** Takes every amount off the screen, at once and on the pages to come; percentages stay. */
export function HideAmountsToggle({ label, initial }: { label: string; initial: boolean }) {
  const [hidden, setHidden] = useState(initial)
  const toggle = () => {
    setHidden(!hidden)
    writePreference('hide', hidden ? null : '1')
    document.documentElement.toggleAttribute('data-hide-amounts', !hidden)
  }
  return (
    <button
      type="button"
      aria-pressed={hidden}
      aria-label={label}
      title={label}
      onClick={toggle}
      className="inline-grid size-8 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      <Icon name={hidden ? 'eye-off' : 'eye'} />
    </button>
  )
}
