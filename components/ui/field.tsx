import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, useId } from 'react'
import { Icon } from '@/components/ui/icon'

export const CONTROL =
  'w-full rounded-md border border-line-strong bg-surface px-2.5 text-ink disabled:bg-sunken disabled:text-muted ' +
  'aria-invalid:border-danger focus-visible:outline-offset-0'

/** A text field; stands inside a `Field`, or names itself by `aria-label`. */
export function Input({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input className={`${CONTROL} h-8 ${className}`} {...rest} />
}

export function Textarea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={`${CONTROL} py-1.5 ${className}`} {...rest} />
}

interface Wired {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

interface Props {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong with it; the field is then marked invalid. */
  error?: ReactNode
  className?: string
  children: ReactElement<Wired>
}

/** Ties a label, a hint and a fault to one control. */
export function Field({ label, hint, error, className = '', children }: Props) {
  const own = useId()
  const id = children.props.id ?? own
  const described = [children.props['aria-describedby'], hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  const wired: Wired = { id }
  if (described.length > 0) wired['aria-describedby'] = described.join(' ')
  if (error) wired['aria-invalid'] = true
  return (
    <div className={`grid content-start gap-1 ${className}`}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {cloneElement(children, wired)}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-1 text-sm text-danger">
          <Icon name="error" className="mt-px" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
