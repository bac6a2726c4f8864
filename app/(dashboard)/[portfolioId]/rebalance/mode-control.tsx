import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { ChoiceText } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'

/** The gentle ways first; selling is the explicit one. */
const MODES = ['buyOnly', 'newMoney', 'full'] as const

export function ModeControl({ text }: { text: ChoiceText }) {
  const t = useTranslations('rebalance.controls')
  const id = useId()
  const chosen = MODES.find((mode) => mode === text.mode) ?? 'buyOnly'
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{t('mode')}</legend>
      {MODES.map((mode) => (
        <div key={mode}>
          <label className="flex items-start gap-2">
            <input
              type="radio"
              name="mode"
              value={mode}
              defaultChecked={mode === chosen}
              aria-describedby={`${id}-${mode}`}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            {t(mode)}
          </label>
          <p id={`${id}-${mode}`} className="ml-6 text-sm text-muted">
            {t(`${mode}Hint`)}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
