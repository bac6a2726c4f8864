import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

const LOOK = {
  info: { icon: 'info', box: 'bg-info-soft border-accent/40', mark: 'text-accent' },
  warning: { icon: 'warning', box: 'bg-warning-soft border-warning/40', mark: 'text-warning' },
  error: { icon: 'error', box: 'bg-danger-soft border-danger/40', mark: 'text-danger' },
} as const

interface Props {
  tone?: keyof typeof LOOK
  title?: ReactNode
  action?: ReactNode
  /** True for a notice that appears after something the user did: it is then read out. */
  live?: boolean
  className?: string
  children?: ReactNode
}

/** What happened, what was kept, what to do. */
export function Notice({ tone = 'info', title, action, live = false, className = '', children }: Props) {
  const { icon, box, mark } = LOOK[tone]
  const role = live ? (tone === 'error' ? 'alert' : 'status') : undefined
  return (
    <div
      role={role}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border px-3 py-2 ${box} ${className}`}
    >
      <Icon name={icon} className={`mt-0.5 ${mark}`} />
      <div className="min-w-0 flex-1 basis-52">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  )
}
