'use client'

import { useMemo, useRef } from 'react'

export interface UndoStack {
  /** A save of a row can be taken back by another save. The save that an undo itself makes is no new one. */
  push: (id: string, run: () => void) => void
  /** Something can be taken back by other means than a save of the row. */
  pushOther: (run: () => void) => void
  /** Takes the last thing back; false when there is none. */
  last: () => boolean
  /** Takes a certain thing back, wherever it stands. */
  take: (run: () => void) => void
}

const MOST_STEPS = 100

interface Step {
  /** The row whose next save is the undo itself. */
  id: string | null
  run: () => void
}

/** What has been saved on this page, last first. */
export function useUndo(): UndoStack {
  const steps = useRef<Step[]>([])
  const undoing = useRef(new Set<string>())
  return useMemo(() => {
    const add = (step: Step) => {
      steps.current = [...steps.current, step].slice(-MOST_STEPS)
    }
    const drop = (step: Step) => {
      steps.current = steps.current.filter((other) => other !== step)
    }
    return {
      push: (id, run) => {
        if (!undoing.current.delete(id)) add({ id, run })
      },
      pushOther: (run) => add({ id: null, run }),
      last: () => {
        const step = steps.current.at(-1)
        if (!step) return false
        drop(step)
        if (step.id) undoing.current.add(step.id)
        step.run()
        return true
      },
      take: (run) => {
        const step = steps.current.find((other) => other.run === run)
        if (step) drop(step)
        run()
      },
    }
  }, [])
}
