import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

interface Props {
  label: string
  was: ReactNode
  becomes: ReactNode
  /** What a screen reader says for the arrow. */
  to: string
}

/** One changed value in a list of them: was → becomes. What was empty before has no arrow, and what is empty on both sides is left out. */
export function WasBecomes({ label, was, becomes, to }: Props) {
  if (!was && !becomes) return null
  return (
    <div className="flex gap-1">
      <dt className="text-muted">{label}</dt>
      <dd className="inline-flex items-center gap-1">
        {was && (
          <>
            {was}
            <Icon name="arrow-right" className="size-3.5 text-muted" />
            <span className="sr-only">{to}</span>
          </>
        )}
        {becomes || '–'}
      </dd>
    </div>
  )
}
