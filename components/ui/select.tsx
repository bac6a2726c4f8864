import type { ComponentProps } from 'react'
import { CONTROL } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'

export interface Option {
  value: string
  label: string
}

/** The browser's own list: it knows every keyboard and every phone. */
export function Select({
  options,
  className = '',
  ...rest
}: { options: readonly Option[] } & ComponentProps<'select'>) {
  return (
    <span className={`relative inline-block ${className || 'w-full'}`}>
      <select className={`${CONTROL} h-8 appearance-none pr-8`} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="pointer-events-none absolute top-2 right-2 text-muted" />
    </span>
  )
}
