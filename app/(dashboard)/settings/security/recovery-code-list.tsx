'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'

/** Recovery codes to be taken along now. */
export function RecoveryCodeList({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations('factors.recovery')
  const [told, setTold] = useState<'copied' | 'copyYourself' | null>(null)
  const text = `${t('file')}\n\n${codes.join('\n')}\n`
  const copy = async () => {
    // Browsers have no clipboard for pages that come over plain http from another machine.
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setTold(copied ? 'copied' : 'copyYourself')
  }
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    link.download = 'tidemark-recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="grid gap-3">
      <Notice tone="warning" live>
        {t('newBody')}
      </Notice>
      <ol aria-label={t('list')} className="grid gap-1 rounded-md border border-line bg-sunken p-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p role="status" className="min-h-5 text-sm text-muted">
        {told && t(told)}
      </p>
      <DialogActions>
        <Button icon="download" onClick={download}>
          {t('download')}
        </Button>
        <Button icon="copy" onClick={copy}>
          {t('copy')}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </DialogActions>
    </div>
  )
}
