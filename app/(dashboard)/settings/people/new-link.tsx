'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'

/** An invitation's link, to be taken along now. */
export function NewLink({ link, onDone }: { link: string; onDone: () => void }) {
  const t = useTranslations('people.invitations')
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<'copied' | 'copyYourself' | null>(null)
  const copy = async () => {
    field.current?.select()
    // Browsers have no clipboard for pages that come over plain http from another machine.
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    )
    setTold(copied ? 'copied' : 'copyYourself')
  }
  return (
    <div className="grid gap-3">
      <Notice tone="warning" live>
        {t('createdBody')}
      </Notice>
      <Field label={t('link')}>
        <Input ref={field} readOnly value={link} autoComplete="off" spellCheck={false} className="font-mono" />
      </Field>
      {/* Not in a passing message, which a modal dialog covers. */}
      <p role="status" className="min-h-5 text-sm text-muted">
        {told && t(told)}
      </p>
      <DialogActions>
        <Button onClick={onDone}>{t('done')}</Button>
        <Button variant="primary" icon="copy" onClick={copy}>
          {t('copy')}
        </Button>
      </DialogActions>
    </div>
  )
}
