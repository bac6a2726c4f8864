'use client'

import { type ReactNode, useId } from 'react'

interface Props<T extends string> {
  /** Names the group for screen readers. */
  label: string
  options: readonly { value: T; label: ReactNode }[]
  value: T
  onChange: (value: T) => void
  /** The form field's name, when it is part of one. */
  name?: string
  disabled?: boolean
}

/** A few choices side by side, one of them taken: radio buttons underneath, so the arrow keys work. */
export function Segmented<T extends string>({ label, options, value, onChange, name, disabled }: Props<T>) {
  const own = useId()
  return (
    <fieldset
      disabled={disabled}
      className="inline-flex max-w-full rounded-md border border-line-strong bg-sunken p-0.5"
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={
            'grid min-h-6.5 place-items-center rounded-[5px] px-2.5 text-center text-sm text-muted hover:text-ink has-checked:bg-surface ' +
            'has-checked:font-semibold has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--color-line-strong)] ' +
            'has-focus-visible:outline-2 has-focus-visible:outline-accent'
          }
        >
          <input
            type="radio"
            className="sr-only"
            name={name ?? own}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
