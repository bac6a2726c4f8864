'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { STEPS, type WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import { WizardNotices } from '@/app/(dashboard)/[portfolioId]/transfer/import/wizard-notices'
import { Button } from '@/components/ui/button'

interface Props {
  wizard: WizardState
  title: string
  description?: ReactNode
  /** The button that goes on, where it is another than the next step's. */
  action?: ReactNode
  /** What keeps the next step closed, in words. */
  blocked?: string | null
  children: ReactNode
}

/** One step: its question, which takes the focus so that it is read out, its content, and the way on and back with what came of it. */
export function StepFrame({ wizard, title, description, action, blocked = null, children }: Props) {
  const t = useTranslations('import')
  const head = useRef<HTMLHeadingElement>(null)
  const now = STEPS.indexOf(wizard.step)
  const [before, next] = [STEPS[now - 1], STEPS[now + 1]]
  useEffect(() => {
    if (now > 0) head.current?.focus()
  }, [now])
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div>
        <h2 ref={head} tabIndex={-1} className="text-lg outline-none">
          {title}
        </h2>
        {description && <p className="max-w-3xl text-muted">{description}</p>}
      </div>
      {children}
      <WizardNotices wizard={wizard} />
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        {before && (
          <Button disabled={wizard.pending} onClick={() => wizard.go(before)}>
            {t('wizard.back', { step: t(`step.${before}`) })}
          </Button>
        )}
        {action ??
          (next && (
            <Button
              variant="primary"
              disabled={!wizard.ready || blocked !== null}
              aria-busy={wizard.pending}
              onClick={() => wizard.go(next)}
            >
              {t('wizard.next', { step: t(`step.${next}`) })}
            </Button>
          ))}
        {blocked && <span className="text-muted">{blocked}</span>}
      </div>
    </section>
  )
}
