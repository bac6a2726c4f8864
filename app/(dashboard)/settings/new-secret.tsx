'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Field, Input } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'

interface Props {
  secret: string
  /** Where its words are. */
  words: 'settings.tokens' | 'people.invitations'
  onDone: () => void
}

/** A secret, or a link that holds one, to be taken along now. */
export function NewSecret({ secret, words, onDone }: Props) {
  const t = useTranslations()
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<'copied' | 'copyYourself' | null>(null)
  const copy = async () => {
    field.current?.select()
    // Browsers have no clipboard for pages that come over plain http from another machine.
    const copied = await navigator.clipboard?.writeText(secret).then(
      () => true,
      () => false,
    )
    setTold(copied ? 'copied' : 'copyYourself')
  }
  return (
    <div className="grid gap-3">
      <Notice tone="warning" live>
        {t(`${words}.createdBody`)}
      </Notice>
      <Field label={t(`${words}.secret`)}>
        <Input
          ref={field}
          readOnly
          value={secret}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      {/* Not in a passing message, which a modal dialog covers. */}
      <p role="status" className="min-h-5 text-sm text-muted">
        {told && t(`${words}.${told}`)}
      </p>
      <DialogActions>
        <Button onClick={onDone}>{t(`${words}.done`)}</Button>
        <Button variant="primary" icon="copy" onClick={copy}>
          {t(`${words}.copy`)}
        </Button>
      </DialogActions>
    </div>
  )
}
