import type { ComponentProps, ReactNode } from 'react'

type Props = { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<'input'>, 'type'>

/** A choice that takes effect when its form is sent. */
export function Checkbox({ label, hint, className = '', ...rest }: Props) {
  return (
    <label className={`flex items-start gap-2 ${className}`}>
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" {...rest} />
      <Words label={label} hint={hint} />
    </label>
  )
}

/** A choice that takes effect at once. */
export function Switch({ label, hint, className = '', ...rest }: Props) {
  return (
    <label className={`flex items-start gap-2 ${className}`}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state
        role="switch"
        className={
          'mt-px h-4.5 w-8 shrink-0 appearance-none rounded-full border border-line-strong bg-sunken p-0.5 ' +
          'before:block before:size-3 before:rounded-full before:bg-line-strong before:transition-transform ' +
          'checked:border-accent checked:bg-accent checked:before:translate-x-3.5 checked:before:bg-on-accent ' +
          'disabled:opacity-55 forced-colors:appearance-auto'
        }
        {...rest}
      />
      <Words label={label} hint={hint} />
    </label>
  )
}

function Words({ label, hint }: { label: ReactNode; hint?: ReactNode }) {
  return (
    <span>
      {label}
      {hint && <span className="block text-sm text-muted">{hint}</span>}
    </span>
  )
}
