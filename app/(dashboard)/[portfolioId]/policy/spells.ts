import type { Evaluation } from '@/lib/core/regime'
import type { Spell } from '@/lib/core/regime-snapshot'

/** The Fridays of each state, one spell after the other. A Friday on which nothing was measured ends a spell and belongs to none. */
export function spellsOf(evaluations: readonly Pick<Evaluation, 'friday' | 'state'>[]): Spell[] {
  const spells: Spell[] = []
  let open: Spell | null = null
  for (const { friday, state } of evaluations) {
    if (open && state === open.state) {
      open.to = friday
      continue
    }
    open = state === 'unknown' ? null : { from: friday, to: friday, state }
    if (open) spells.push(open)
  }
  return spells
}
