import Link from 'next/link'
import type { ComponentProps } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const SHAPE =
  'inline-flex h-8 items-center justify-center gap-1.5 rounded-md px-3 text-base font-semibold whitespace-nowrap select-none ' +
  'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55'

const LOOK: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken',
  quiet: 'text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken',
  danger: 'bg-danger text-on-danger enabled:hover:bg-danger-hover',
}

interface Look {
  variant?: ButtonVariant
  icon?: IconName
}

/** A button says what it does in a verb. It does not submit a form unless `type="submit"` says so. */
export function Button({
  variant = 'secondary',
  icon,
  className = '',
  children,
  ...rest
}: Look & ComponentProps<'button'>) {
  return (
    <button type="button" className={`${SHAPE} ${LOOK[variant]} ${className}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** An address that looks like a button. */
export function ButtonLink({
  variant = 'secondary',
  icon,
  className = '',
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link className={`${SHAPE} ${LOOK[variant]} ${className}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

/** A button with nothing but an icon; `label` is its name and its hint. */
export function IconButton({
  icon,
  label,
  className = '',
  ...rest
}: { icon: IconName; label: string } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-grid size-8 shrink-0 place-items-center rounded-md text-muted enabled:hover:bg-sunken enabled:hover:text-ink disabled:opacity-55 ${className}`}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  )
}
