'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { useConfirm } from '@/app/(dashboard)/confirm/confirm-context'
import { toastFailure } from '@/components/ui/toast'
import type { ActionResult, Refusal } from '@/lib/core/action-result'

interface Answers<T, Current> {
  done?: (value: T) => void
  /** True when it dealt with the refusal itself; otherwise the refusal is said in a toast. */
  refused?: (refusal: Refusal<Current>) => boolean
}

/**
 * Runs a server action beside the page: pending while it runs, its refusal or its failure said, a lost session led to the sign-in. One
 * that wants to know who is there is run again once that is shown.
 */
export function useAction() {
  const t = useTranslations('common.failure')
  const router = useRouter()
  const path = usePathname()
  const confirm = useConfirm()
  const [pending, start] = useTransition()
  async function settle<T, Current>(result: ActionResult<T, Current>, answers: Answers<T, Current>) {
    if (result.ok) return answers.done?.(result.value)
    if (answers.refused?.(result)) return
    toastFailure(t(result.code))
    if (result.code === 'signedOut') router.push(`/login?next=${encodeURIComponent(path)}`)
  }
  async function perform<T, Current>(
    action: () => Promise<ActionResult<T, Current>>,
    answers: Answers<T, Current>,
  ): Promise<void> {
    const result = await action()
    if (result.ok || result.code !== 'confirm' || !confirm) return settle(result, answers)
    if (await confirm()) await settle(await action(), answers)
  }
  function run<T, Current>(action: () => Promise<ActionResult<T, Current>>, answers: Answers<T, Current> = {}) {
    start(async () => {
      try {
        await perform(action, answers)
      } catch {
        // The request did not get through, or the server failed; in both cases it says what it kept.
        toastFailure(t('unexpected'))
      }
    })
  }
  return { pending, run }
}
