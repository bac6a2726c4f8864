import 'server-only'
import { isSilent, type Run } from '@/lib/db/runs'

/** How far a run is. `interrupted`: its worker has gone silent, and another one may go on. */
export interface RunProgress<Step extends string> {
  state: 'none' | 'running' | 'interrupted' | 'finished'
  done: number
  total: number
  failed: number
  /** What is on its way. */
  current: Step | null
  /** ISO text. */
  finishedAt: string | null
}

/** How far a run of these steps is at a time; without a run there is none. */
export function progressOf<Step extends string>(run: Run | null, steps: readonly Step[], at: Date): RunProgress<Step> {
  if (!run) return { state: 'none', done: 0, total: 0, failed: 0, current: null, finishedAt: null }
  const { done, failed, finishedAt } = run
  return {
    ...{ done, failed, total: steps.length },
    state: finishedAt ? 'finished' : isSilent(run, at) ? 'interrupted' : 'running',
    current: finishedAt ? null : (steps[done] ?? null),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}
