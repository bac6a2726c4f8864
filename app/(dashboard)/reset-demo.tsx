'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { resetDemoAction } from '@/app/(dashboard)/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'

/** Everything in the demo is replaced, so it asks first. Then a full load: every page that was open belongs to what is gone. */
export function ResetDemo() {
  const t = useTranslations('common')
  const [asking, ask] = useState(false)
  const { pending, run } = useAction()
  const reset = () => run(() => resetDemoAction({}), { done: () => window.location.assign('/') })
  return (
    <>
      <Button variant="quiet" icon="undo" onClick={() => ask(true)}>
        {t('demo.reset')}
      </Button>
      <Dialog open={asking} onClose={() => ask(false)} title={t('demo.resetTitle')} closeLabel={t('action.close')}>
        <p>{t('demo.resetBody')}</p>
        <DialogActions>
          <Button onClick={() => ask(false)}>{t('action.cancel')}</Button>
          <Button variant="danger" disabled={pending} onClick={reset}>
            {t('demo.reset')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
