import { useState } from 'react'

/**
 * Whether something runs, and how to run it. Not a transition: React lets those that overlap end together, and the act that asks who is
 * there is one, still open.
 */
export function useWorking(): [boolean, (work: () => Promise<void>) => void] {
  const [working, setWorking] = useState(false)
  const run = (work: () => Promise<void>) => {
    setWorking(true)
    work().finally(() => setWorking(false))
  }
  return [working, run]
}
