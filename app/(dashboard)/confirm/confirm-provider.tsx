'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useCallback, useState } from 'react'
import { ConfirmContext } from '@/app/(dashboard)/confirm/confirm-context'

// Few visits ask who is there: the code for it comes when one does.
const ConfirmDialog = dynamic(() => import('@/app/(dashboard)/confirm/confirm-dialog').then((it) => it.ConfirmDialog), {
  ssr: false,
})

/** Lets everything below it ask who is there. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState(false)
  const [settle, setSettle] = useState<((shown: boolean) => void) | null>(null)
  const ask = useCallback(() => {
    setAsked(true)
    return new Promise<boolean>((resolve) => setSettle(() => resolve))
  }, [])
  const finish = (shown: boolean) => {
    settle?.(shown)
    setSettle(null)
  }
  return (
    <ConfirmContext value={ask}>
      {children}
      {asked && <ConfirmDialog open={settle !== null} onFinished={finish} />}
    </ConfirmContext>
  )
}
