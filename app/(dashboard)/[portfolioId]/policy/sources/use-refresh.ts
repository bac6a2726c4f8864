'use client'

import { startRefreshAction } from '@/app/(dashboard)/[portfolioId]/policy/sources/actions'
import { useAction } from '@/app/(dashboard)/use-action'
import { askJson, useWatchedJob } from '@/app/(dashboard)/use-watched-job'
import type { RefreshProgress } from '@/lib/flows/refresh-progress'

const askProgress = () => askJson<RefreshProgress>('/api/jobs/series')

/** The refresh of the series. */
export function useRefresh(known: RefreshProgress) {
  const { pending, run } = useAction()
  const { progress, running, started } = useWatchedJob(known, askProgress)
  const begin = () =>
    run(() => startRefreshAction({}), {
      done: () => started({ ...known, state: 'running', done: 0, failed: 0, total: 0, current: null }),
    })
  return { progress, running, pending, begin }
}
