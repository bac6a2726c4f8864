import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'

interface Props {
  /** What the form does. */
  label: string
  disabled: boolean
  onCancel: () => void
  /** Further buttons, before these. */
  children?: ReactNode
}

/** The foot of a form in a dialog: leave it as it is, or send it. */
export function SubmitActions({ label, disabled, onCancel, children }: Props) {
  const t = useTranslations('common.action')
  return (
    <DialogActions>
      {children}
      <Button onClick={onCancel}>{t('cancel')}</Button>
      <Button type="submit" variant="primary" disabled={disabled}>
        {label}
      </Button>
    </DialogActions>
  )
}
