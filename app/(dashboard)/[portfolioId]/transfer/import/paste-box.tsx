'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'

/** A block from a spreadsheet, which goes the same way as a file. */
export function PasteBox({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('import.files')
  const [text, setText] = useState('')
  const take = () => {
    onFile(new File([text], `${t('pasted')}.tsv`, { type: 'text/tab-separated-values' }))
    setText('')
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-2">
      <Field label={t('paste')} hint={t('pasteHint')} className="w-full">
        <Textarea
          rows={3}
          value={text}
          wrap="off"
          spellCheck={false}
          className="font-mono text-sm"
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {text.trim() !== '' && <Button onClick={take}>{t('pasteRead')}</Button>}
    </div>
  )
}
