'use client'

import { useTranslations } from 'next-intl'
import { STEPS, type WizardState } from '@/app/(dashboard)/[portfolioId]/transfer/import/use-wizard'
import { Icon } from '@/components/ui/icon'

/** Where one stands; a step that was passed leads back. */
export function StepLine({ wizard: { step, done, pending, go } }: { wizard: WizardState }) {
  const t = useTranslations('import')
  const now = STEPS.indexOf(step)
  return (
    <nav aria-label={t('wizard.steps')}>
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-1">
        {STEPS.map((name, at) => (
          <li key={name} className="flex items-center gap-1">
            {at > 0 && <Icon name="chevron-right" className="text-muted" />}
            {at < now && !done ? (
              <button
                type="button"
                disabled={pending}
                onClick={() => go(name)}
                className="h-8 rounded-md px-1.5 text-accent underline underline-offset-2 disabled:opacity-55"
              >
                {t(`step.${name}`)}
              </button>
            ) : (
              <span
                aria-current={at === now ? 'step' : undefined}
                className={`px-1.5 ${at === now ? 'font-semibold' : 'text-muted'}`}
              >
                {t(`step.${name}`)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
