import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Seeds shared out over one process for each processor; each gets `first step end …more` as its arguments and sends what it finds. */
export async function inProcesses<T>(
  script: string,
  seeds: { first: number; count: number; minutes?: number },
  more: readonly number[],
  found: (message: T, stop: () => void) => void,
): Promise<void> {
  const step = Math.max(1, Math.min(availableParallelism(), seeds.count))
  const children = Array.from({ length: step }, (_, i) =>
    fork(script, [seeds.first + i, step, seeds.first + seeds.count, ...more].map(String)),
  )
  let stopped = false
  const stop = (): void => {
    stopped = true
    for (const child of children) child.kill()
  }
  const alarm = seeds.minutes === undefined ? undefined : setTimeout(stop, seeds.minutes * 60_000)
  await Promise.all(
    children.map(
      (child) =>
        new Promise<void>((resolve, reject) => {
          child.on('message', (message) => {
            if (!stopped) found(message as T, stop)
          })
          child.on('error', reject)
          child.on('exit', (code, signal) => {
            if (code === 0 || stopped) resolve()
            else {
              stop()
              reject(new Error(`${script} ended with ${code ?? signal}`))
            }
          })
        }),
    ),
  )
  clearTimeout(alarm)
}
