'use client'

import Link from 'next/link'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useId } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { usePopover } from '@/components/ui/use-popover'

interface Props {
  /** What the button shows. */
  trigger: ReactNode
  /** The button's name, when it shows only an icon or more than its name. */
  label?: string
  align?: 'start' | 'end'
  className?: string
  children: ReactNode
}

/** A menu that a button opens. Arrow keys, Home and End move in it; Escape, Tab or a choice closes it. */
export function Menu({ trigger, label, align = 'start', className = '', children }: Props) {
  const id = useId()
  const { button, popover, open, onToggle, close } = usePopover<HTMLDivElement>(align)
  useEffect(() => {
    if (open) itemsOf(popover.current)[0]?.focus()
  }, [open, popover])
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        className={`inline-flex h-8 min-w-8 items-center justify-center gap-1 rounded-md px-2 hover:bg-sunken ${className}`}
      >
        {trigger}
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onToggle={onToggle}
        onClick={close}
        onKeyDown={(event) => moveFocus(event, popover.current, close)}
        className="fixed max-h-[70dvh] max-w-[calc(100vw-1rem)] min-w-44 overflow-y-auto rounded-lg border border-line bg-raised p-1 text-left font-normal shadow-raised"
      >
        {children}
      </div>
    </>
  )
}

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)') ?? []),
]

function moveFocus(event: KeyboardEvent, menu: HTMLElement | null, close: () => void): void {
  const items = itemsOf(menu)
  const now = items.indexOf(document.activeElement as HTMLElement)
  const next: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }
  const to = next[event.key]
  if (event.key === 'Tab') close()
  if (to === undefined) return
  event.preventDefault()
  items.at(to >= items.length ? 0 : to)?.focus()
}

const ITEM =
  'flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-sunken focus:bg-sunken disabled:opacity-55 aria-checked:font-semibold'

export function MenuItem({ icon, children, ...rest }: { icon?: IconName } & ComponentProps<'button'>) {
  return (
    <button type="button" role="menuitem" className={ITEM} {...rest}>
      {icon && <Icon name={icon} className="text-muted" />}
      {children}
    </button>
  )
}

/** One of several choices; the taken one carries a tick. */
export function MenuChoice({ chosen, children, ...rest }: { chosen: boolean } & ComponentProps<'button'>) {
  return (
    <button type="button" role="menuitemradio" aria-checked={chosen} className={ITEM} {...rest}>
      <Icon name="check" className={chosen ? '' : 'invisible'} />
      {children}
    </button>
  )
}

export function MenuLink({
  icon,
  chosen,
  children,
  ...rest
}: { icon?: IconName; chosen?: boolean } & ComponentProps<typeof Link>) {
  return (
    <Link role="menuitem" aria-current={chosen ? 'true' : undefined} className={ITEM} {...rest}>
      {chosen !== undefined && <Icon name="check" className={chosen ? '' : 'invisible'} />}
      {icon && <Icon name={icon} className="text-muted" />}
      {children}
    </Link>
  )
}

export function MenuSeparator() {
  return <hr className="my-1 border-line" />
}
